import {
  applied,
  cut,
  fromElsewhere,
  type Inputs,
  lambda,
  resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
  type VpcConfig,
} from "@lambda-vpc/policy-testing";
import { deletionWithoutWaiting } from "./deletion-without-waiting";

const main = vpc("main", { subnets: 2 });
const [own, spare] = ["own", "spare"].map((name) => securityGroup(name, { vpc: main })) as [typeof main, typeof main];
const taken = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "taken-over");
const existing: VpcConfig = { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] };
const replacing = (config: VpcConfig, replaceSecurityGroupsOnDestroy: Inputs[string] = true) =>
  lambda("orders", config, { replaceSecurityGroupsOnDestroy, replacementSecurityGroupIds: ["sg-2"] });

testPolicy(deletionWithoutWaiting, [
  { name: "a network of another stack: no finding", stack: stack(main, lambda("orders", existing)), finds: [] },
  {
    name: "the default group, which the stack took over and leaves: no finding",
    stack: stack(lambda("orders", { ...existing, securityGroups: [taken] })),
    finds: [],
  },
  {
    name: "subnets and group of this stack: reported once per VPC, with what waits and how long",
    stack: stack(
      lambda("orders", { subnets: main.subnets, securityGroups: [own] }),
      lambda("users", { subnets: main.subnets, securityGroups: [own] }),
    ),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: [
          "3 resources of this stack must wait for the ENIs of 2 functions in VPC main (orders, users) when deleted",
          "own, main-0, main-1.",
          "Lambda deletes ENIs up to 20 minutes later",
          "each deletion waits up to 45 minutes",
        ],
      },
    ],
  },
  {
    name: "a group of this stack on subnets of another: the group is reported",
    stack: stack(lambda("orders", { ...existing, securityGroups: [own] })),
    finds: [{ verdict: "violation", says: ["1 resource of this stack", "when deleted: own."] }],
  },
  {
    name: "a group of this stack that is replaced before: undecided, because AWS does not document how soon its ENIs are deleted",
    stack: stack(replacing({ ...existing, securityGroups: [own] })),
    finds: [{ verdict: "undecided", says: ["0 to 1 resources (likely 0) of this stack", "how soon Lambda deletes the ENIs of groups"] }],
  },
  {
    name: "a replaced group on subnets of this stack: the subnets wait all the same",
    stack: stack(replacing({ subnets: main.subnets, securityGroups: [own] })),
    finds: [{ verdict: "violation", says: ["2 to 3 resources (likely 2) of this stack", "main-0, main-1."] }],
  },
  {
    name: "whether groups are replaced is unknown until the deployment: undecided",
    stack: stack(replacing({ ...existing, securityGroups: [own] }, applied([main], true))),
    finds: [
      {
        verdict: "undecided",
        says: ["0 to 1 resources (likely 0) of this stack", "Set replaceSecurityGroupsOnDestroy to true or false"],
      },
    ],
  },
  {
    name: "a group out of an apply over two of this stack: undecided",
    stack: stack(lambda("orders", { ...existing, securityGroups: cut([own, spare], [own]) })),
    finds: [{ verdict: "undecided", says: ["0 to 2 resources (likely 2) of this stack must wait for the ENIs of 1 function"] }],
  },
  {
    name: "ids out of a stack that is not deployed: no finding, for they depend on nothing of this one",
    stack: stack(own, lambda("orders", { subnets: [fromElsewhere("subnet-1")], securityGroups: [fromElsewhere("sg-1")] })),
    finds: [],
  },
]);
