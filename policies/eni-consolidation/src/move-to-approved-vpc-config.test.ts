import {
  deployed,
  fromElsewhere,
  lambda,
  type ReferenceList,
  type Resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { moveToApprovedVpcConfig } from "./move-to-approved-vpc-config";

const [a, b, c] = ["subnet-0a", "subnet-0b", "subnet-0c"] as const;
const web = { name: "web", subnetIds: [a, b], securityGroupIds: ["sg-01"] };
const webInC = { ...web, name: "web-c", subnetIds: [c] };
const data = { name: "data", subnetIds: [a, b], securityGroupIds: ["sg-02", "sg-03"], insteadOf: [["sg-04"], ["sg-02", "sg-05"]] };
const config = { configurations: [web, data] };
const main = vpc("main", { subnets: 1 });
const own = securityGroup("own", { vpc: main });

function orders(subnets: ReferenceList, securityGroups: ReferenceList): Resource {
  return lambda("orders", { subnets, securityGroups });
}

testPolicy(moveToApprovedVpcConfig, [
  { name: "no configuration is named: no finding", stack: stack(orders([a], ["sg-01"])), finds: [] },
  { name: "where it should be: no finding", stack: stack(orders([b, a], ["sg-01"])), config, finds: [] },
  { name: "a group that no configuration has: no finding, it fits nowhere", stack: stack(orders([a], ["sg-09"])), config, finds: [] },
  { name: "a group of this stack: no finding, no AWS id is its", stack: stack(orders([a], [own])), config, finds: [] },
  { name: "also once it has an id", stack: stack(deployed(own), orders([a], [own])), config, finds: [] },
  {
    name: "the same groups over other subnets: where it would be moved",
    stack: stack(orders([c], ["sg-01"])),
    config,
    finds: [
      {
        verdict: "violation",
        about: orders([c], ["sg-01"]),
        says: [
          "Function orders matches web and is not moved.",
          "Set securityGroupIds to [sg-01] and subnetIds to [subnet-0a, subnet-0b] in ",
        ],
      },
    ],
  },
  {
    name: "groups of which a configuration takes the place",
    stack: stack(orders([a], ["sg-05", "sg-02"])),
    config,
    finds: [{ verdict: "violation", says: ["Function orders matches data and is not moved."] }],
  },
  {
    name: "fewer groups than a configuration has: no finding, more would widen what it may reach",
    stack: stack(orders([c], ["sg-03"])),
    config,
    finds: [],
  },
  {
    name: "more groups than a configuration has: no finding, fewer would take away what it may need",
    stack: stack(orders([c], ["sg-01", "sg-02"])),
    config,
    finds: [],
  },
  {
    name: "the groups of a configuration without subnets: no finding, it stays in its VPC",
    stack: stack(orders([a], ["sg-01"])),
    config: { configurations: [{ ...web, subnetIds: [] }] },
    finds: [],
  },
  {
    name: "the subnets of the second of two that fit: no finding",
    stack: stack(orders([c], ["sg-01"])),
    config: { configurations: [web, webInC] },
    finds: [],
  },
  {
    name: "other subnets than the two that fit: the first",
    stack: stack(orders([a], ["sg-01"])),
    config: { configurations: [webInC, web] },
    finds: [{ verdict: "violation", says: ["Function orders matches web-c"] }],
  },
  {
    name: "subnets out of another stack where one fits: whatever they are, it fits",
    stack: stack(orders([fromElsewhere(a)], ["sg-01"])),
    config,
    finds: [{ verdict: "violation", says: ["Function orders matches web"] }],
  },
  {
    name: "groups out of another stack: it may move in the deployment",
    stack: stack(orders([a], [fromElsewhere("sg-01")])),
    config,
    finds: [{ verdict: "undecided", says: ["orders may be moved to data or web during the deployment", "known at preview"] }],
  },
  {
    name: "subnets out of another stack where two configurations fit: which one shows in the deployment",
    stack: stack(orders([fromElsewhere(a)], ["sg-01"])),
    config: { configurations: [web, webInC] },
    finds: [{ verdict: "undecided", says: ["orders may be moved to web or web-c"] }],
  },
  {
    name: "a name instead of an id: what it takes",
    stack: stack(orders([a], ["sg-01"])),
    config: { configurations: [{ ...web, subnetIds: ["private-a"] }] },
    finds: [{ verdict: "misconfigured", says: ["configurations[0].subnetIds[0]", "the id of a subnet"] }],
  },
]);
