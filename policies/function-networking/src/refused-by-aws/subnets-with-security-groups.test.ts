import {
  applied,
  cut,
  fromElsewhere,
  lambda,
  networkConnector,
  resource,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { byHand, change, oneOfFixes } from "@lambda-vpc/policy-kit";
import { subnetsWithSecurityGroups } from "./subnets-with-security-groups";

const main = vpc("main", { subnets: ["private-a", "private-b"] });
const group = securityGroup("orders", { vpc: main });

const orders = lambda("orders", { subnets: [], securityGroups: [] });
const leave = change([{ step: "leave-vpc", functions: [urnOf(orders)] }]);

testPolicy(
  subnetsWithSecurityGroups,
  [
    {
      name: "subnets and a group: no finding",
      stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [group] })),
      finds: [],
    },
    {
      name: "two empty lists: no finding, for the function has no VPC",
      stack: stack(lambda("orders", { subnets: [], securityGroups: [] })),
      finds: [],
    },
    {
      name: "subnets without a group: refused",
      stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [] })),
      finds: [
        {
          verdict: "violation",
          says: [
            "orders has subnets private-a, private-b, but no security groups.",
            "SubnetIds and SecurityIds must coexist",
            "Add a security group to securityGroupIds, or remove the vpcConfig of orders.",
          ],
          fix: oneOfFixes(byHand("add a security group to securityGroupIds", "the program does not show what the function calls"), leave),
        },
      ],
    },
    {
      name: "subnets without a group, next to functions of one set: their set is advised",
      stack: stack(
        lambda("orders", { subnets: main.subnets, securityGroups: [] }),
        lambda("users", { subnets: main.subnets, securityGroups: [group] }),
      ),
      finds: [
        {
          verdict: "violation",
          says: ["Set securityGroupIds to [SecurityGroup orders] in Function orders, or remove the vpcConfig of Function orders."],
          fix: oneOfFixes(
            change([{ step: "set-vpc-config", functions: [urnOf(orders)], securityGroups: [urnOf(group)] }], { access: "wider" }),
            leave,
          ),
        },
      ],
    },
    {
      name: "groups without a subnet, in a VPC with private subnets: these are advised",
      stack: stack(main.subnets, lambda("orders", { subnets: [], securityGroups: [group] })),
      finds: [
        {
          verdict: "violation",
          says: ["Set subnetIds to [private-a, private-b] in Function orders"],
          fix: oneOfFixes(change([{ step: "set-vpc-config", functions: [urnOf(orders)], subnets: main.subnets.map(urnOf) }]), leave),
        },
      ],
    },
    {
      name: "groups without a subnet: refused",
      stack: stack(lambda("orders", { subnets: [], securityGroups: [group] })),
      finds: [
        {
          verdict: "violation",
          says: ["has security group ", ", but no subnets.", "Add subnets to subnetIds, or remove the vpcConfig of "],
        },
      ],
    },
    {
      name: "groups without a subnet, in a list that is unknown: refused, for an unknown list is not empty",
      stack: stack(lambda("orders", { subnets: [], securityGroups: cut([group]) })),
      finds: [{ verdict: "violation", says: ["but no subnets."] }],
    },
    {
      name: "ids of another stack without groups: refused",
      stack: stack(lambda("orders", { subnets: [fromElsewhere("subnet-1")], securityGroups: [] })),
      finds: [{ verdict: "violation", says: ["orders has subnets, but no security groups."] }],
    },
    {
      name: "a list that is not written at all counts as empty",
      stack: stack(resource("aws:lambda/function:Function", "orders", { vpcConfig: { securityGroupIds: ["sg-1"] } })),
      finds: [{ verdict: "violation", says: ["orders has security group sg-1, but no subnets."] }],
    },
    {
      name: "a configuration that is unknown as a whole: no finding",
      stack: stack(
        resource("aws:lambda/function:Function", "orders", {
          vpcConfig: applied([group, ...main.subnets], { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] }),
        }),
      ),
      finds: [],
    },
    {
      name: "a network connector without groups: no finding, for AWS accepts it",
      stack: stack(networkConnector("egress", { subnets: main.subnets, securityGroups: [] })),
      finds: [],
    },
    {
      name: "a network connector without subnets: refused",
      stack: stack(networkConnector("egress", { subnets: [], securityGroups: [group] })),
      finds: [{ verdict: "violation", says: ["egress has no subnets.", "AWS requires 1 to 16 subnets"] }],
    },
  ],
  { neverUndecided: "an unknown list is not empty under assumption S" },
);
