import {
  applied,
  cut,
  fromElsewhere,
  idOf,
  type Inputs,
  lambda,
  type ReferenceList,
  type Resource,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
import { noVpcIdInVpcConfig } from "./no-vpc-id-in-vpc-config";

const main = vpc("main", { subnets: 2 });
const securityGroups = [securityGroup("shared", { vpc: main })];
const configOf = (subnets: ReferenceList): Inputs => lambda("", { subnets, securityGroups }).inputs["vpcConfig"] as Inputs;
const given = (name: string, vpcId: Inputs[string], subnets: ReferenceList = main.subnets): Resource =>
  lambda(name, { subnets, securityGroups }, { vpcConfig: { ...configOf(subnets), vpcId } });
const orders = lambda("orders", { subnets: main.subnets, securityGroups });
const withId = given("with-id", idOf(main));

testPolicy(noVpcIdInVpcConfig, [
  { name: "subnets and groups alone: no finding, although every plan shows a vpcId", stack: stack(orders), finds: [] },
  { name: "a vpcId that is null: no finding", stack: stack(given("orders", null)), finds: [] },
  {
    name: "the id of a VPC of this stack: refused at its function alone, with the fix",
    stack: stack(orders, withId),
    finds: [
      {
        verdict: "violation",
        about: withId,
        says: [
          "with-id sets vpcConfig.vpcId",
          "The first preview passes. The update fails",
          "Remove vpcConfig.vpcId from Function with-id.",
        ],
        fix: change([{ step: "remove-property", resources: [urnOf(withId)], property: "vpcConfig.vpcId" }], {
          note: "AWS derives the VPC from the subnets.",
        }),
      },
    ],
  },
  {
    name: "the id as text, on subnets that exist: refused",
    stack: stack(given("orders", "vpc-1", ["subnet-1", "subnet-2"])),
    finds: [{ verdict: "violation", says: ["orders sets vpcConfig.vpcId"] }],
  },
  {
    name: "an id out of another stack: refused",
    stack: stack(given("orders", fromElsewhere("vpc-1"), cut(main.subnets))),
    finds: [{ verdict: "violation", says: ["orders sets vpcConfig.vpcId"] }],
  },
  {
    name: "a vpcConfig that is one output: undecided, because its contents are unknown",
    stack: stack(lambda("orders", { subnets: main.subnets, securityGroups }, { vpcConfig: applied([main], configOf(["subnet-1"])) })),
    finds: [{ verdict: "undecided", says: ["orders may set vpcConfig.vpcId", "fix: "] }],
  },
]);
