import {
  cut,
  fromElsewhere,
  lambda,
  type ReferenceList,
  type Resource,
  resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { approvedVpcConfigs } from "./approved-vpc-configs";

const [a, b, c] = ["subnet-0a", "subnet-0b", "subnet-0c"] as const;
const web = { name: "web", subnetIds: [a, b], securityGroupIds: ["sg-01"] };
const data = { name: "data", subnetIds: [a, b], securityGroupIds: ["sg-02", "sg-03"] };
const config = { configurations: [web, data] };

const main = vpc("main", { subnets: 3 });
const pair = main.subnets.slice(0, 2);
const blue = securityGroup("blue", { vpc: main });
const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { vpcId: "vpc-01" });
const ours = { name: "ours", subnetIds: ["main-0", "main-1"], securityGroupIds: ["blue"] };

function orders(subnets: ReferenceList, securityGroups: ReferenceList): Resource {
  return lambda("orders", { subnets, securityGroups });
}

testPolicy(approvedVpcConfigs, [
  { name: "no configuration is named: no finding", stack: stack(orders(main.subnets, [blue])), finds: [] },
  { name: "on one, whatever the order and however often: no finding", stack: stack(orders([b, a, b], ["sg-01"])), config, finds: [] },
  { name: "on another: no finding", stack: stack(orders([a, b], ["sg-03", "sg-02"])), config, finds: [] },
  {
    name: "what this stack makes is approved by its name, while all ids are unknown: no finding",
    stack: stack(orders(pair, [blue])),
    config: { configurations: [ours] },
    finds: [],
  },
  {
    name: "a resource that adopts what exists is approved by its name: no finding",
    stack: stack(orders([a], [adopted])),
    config: { configurations: [{ name: "default", subnetIds: [a], securityGroupIds: ["default"] }] },
    finds: [],
  },
  {
    name: "a subnet missing: named, with the nearest configuration",
    stack: stack(orders([a], ["sg-01"])),
    config,
    finds: [
      {
        verdict: "violation",
        about: orders([a], ["sg-01"]),
        says: [
          "orders uses no approved VPC configuration. Nearest: web (missing subnet subnet-0b).",
          "fix: Set securityGroupIds to [sg-01] and subnetIds to [subnet-0a, subnet-0b] in orders, or have this configuration approved",
        ],
      },
    ],
  },
  {
    name: "a part of an approved set of groups is a different set, and the fix states that it widens access",
    stack: stack(orders([a, b], ["sg-02"])),
    config,
    finds: [
      {
        verdict: "violation",
        says: [
          "Nearest: data (missing security group sg-03).",
          "Set securityGroupIds to [sg-02, sg-03] and subnetIds to [subnet-0a, subnet-0b] in orders, or have this configuration approved",
          "This adds the access that the missing security groups allow.",
        ],
      },
    ],
  },
  {
    name: "other subnets are nearer than another group",
    stack: stack(orders([c], ["sg-01"])),
    config,
    finds: [{ verdict: "violation", says: ["Nearest: web (missing subnets subnet-0a, subnet-0b; extra subnet subnet-0c)."] }],
  },
  {
    name: "equally near ones: the first by name",
    stack: stack(orders([a, b], ["sg-01", "sg-02"])),
    config: {
      configurations: [
        { ...web, name: "zulu" },
        { ...web, name: "alpha", securityGroupIds: ["sg-02"] },
      ],
    },
    finds: [{ verdict: "violation", says: ["Nearest: alpha (extra security group sg-01)."] }],
  },
  {
    name: "a group that this stack creates, with approved subnets",
    stack: stack(orders([a, b], [blue])),
    config,
    finds: [{ verdict: "violation", says: ["(missing security group sg-01; extra security group blue).", "Estimated from dependencies"] }],
  },
  {
    name: "a text that is no id: it may be a secret, and is not shown",
    stack: stack(orders([a, b], ["hunter2"])),
    config,
    finds: [{ verdict: "violation", says: ["extra security group (not an id)"] }],
  },
  {
    name: "subnets out of another stack, but a group that no configuration has",
    stack: stack(orders([fromElsewhere(a)], ["sg-09"])),
    config,
    finds: [{ verdict: "violation", says: ["extra security group sg-09"] }],
  },
  {
    name: "subnets out of another stack: which configuration it may be, and what settles it",
    stack: stack(orders([fromElsewhere(a), fromElsewhere(b)], ["sg-01"])),
    config,
    finds: [
      {
        verdict: "undecided",
        level: "advisory",
        says: ["orders may use the approved VPC configuration web, or none", "Pass ids that are known at preview"],
      },
    ],
  },
  {
    name: "everything out of another stack: any configuration",
    stack: stack(orders([fromElsewhere(a), fromElsewhere(b)], [fromElsewhere("sg-01")])),
    config: { configurations: [web, { ...web, name: "data", securityGroupIds: ["sg-02"] }] },
    finds: [{ verdict: "undecided", says: ["configuration data or web, or none"] }],
  },
  {
    name: "some of this stack's subnets, as strict as the user wants it",
    stack: stack(orders(cut(main.subnets, pair), [blue])),
    config: { configurations: [ours], onUndecided: "mandatory" },
    finds: [{ verdict: "undecided", level: "mandatory", says: ["configuration ours, or none", "element by element"] }],
  },
  {
    name: "a resource that adopts what exists may be the approved group",
    stack: stack(orders([a], [adopted])),
    config: { configurations: [{ name: "default", subnetIds: [a], securityGroupIds: ["sg-00"] }] },
    finds: [{ verdict: "undecided", says: ["adopts an existing resource", "Use the adopted resource everywhere"] }],
  },
  {
    name: "a key of a configuration that is none: the nearest right one",
    stack: stack(orders([a], ["sg-01"])),
    config: { configurations: [{ name: "web", subnets: [a], securityGroupIds: ["sg-01"] }] },
    finds: [{ verdict: "misconfigured", says: ["configurations[0].subnets", 'Did you mean "subnetIds"?'] }],
  },
]);
