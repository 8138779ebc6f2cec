import { type Expectation, fromElsewhere, lambda, type Resource, stack, testPolicy } from "@lambda-vpc/policy-testing";
import { eniBudget } from "./eni-budget";

/** What the account holds: three combinations in one VPC, of which the function `held` uses two, and `added` none. */
const inventory = {
  subnets: [
    { id: "subnet-1", vpcId: "vpc-1" },
    { id: "subnet-2", vpcId: "vpc-1" },
  ],
  combinations: [
    { subnetId: "subnet-1", securityGroupIds: ["sg-1", "sg-2"] },
    { subnetId: "subnet-2", securityGroupIds: ["sg-2", "sg-1"] },
    { subnetId: "subnet-1", securityGroupIds: ["sg-1"] },
  ],
};
const settings = { inventory };
const held = lambda("held", { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1", "sg-2"] });
const added = lambda("added", { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-2"] });
const perhapsHeld = lambda("perhaps", { subnets: ["subnet-1"], securityGroups: [fromElsewhere("sg-1")] });

function refused(about: Resource, ...says: readonly string[]): readonly Expectation[] {
  return [{ verdict: "violation", about, says }];
}

function warned(about: Resource, ...says: readonly string[]): readonly Expectation[] {
  return [{ verdict: "warning", about, level: "advisory", says }];
}

testPolicy(eniBudget, [
  {
    name: "nothing that the account does not hold already: no finding, however full VPC and stack are",
    stack: stack(held),
    settings,
    config: { maxPerVpc: 1, maxPerStack: 0, warnAt: 0 },
    finds: [],
  },
  {
    name: "what is held and what is new break the budget of the VPC together: refused, with both",
    stack: stack(held, added),
    settings,
    config: { maxPerVpc: 4 },
    finds: refused(
      added,
      "5 combinations in total: 2 new for the 2 functions in VPC vpc-1, 3 already in use; the budget is 4 (maxPerVpc).",
    ),
  },
  {
    name: "what is held and what is new just keep the budget of the VPC together: a warning",
    stack: stack(held, added),
    settings,
    config: { maxPerVpc: 5 },
    finds: warned(added, "5 combinations in total: 2 new", "the budget is 5"),
  },
  {
    name: "the stack's budget broken by what is new alone: refused",
    stack: stack(held, added),
    settings,
    config: { maxPerStack: 1 },
    finds: refused(added, "2 new combinations for the 2 functions of this stack, which use 4 in total; the budget is 1 (maxPerStack)."),
  },
  {
    name: "the stack's budget just kept by what is new alone: a warning",
    stack: stack(held, added),
    settings,
    config: { maxPerStack: 2 },
    finds: warned(added, "2 new combinations for the 2 functions of this stack, which use 4 in total", "the budget is 2"),
  },
  {
    name: "a function that may add nothing to a VPC above its budget: undecided",
    stack: stack(perhapsHeld),
    settings,
    config: { maxPerVpc: 2 },
    finds: [
      {
        verdict: "undecided",
        about: perhapsHeld,
        says: ["3 to 4", "0 to 1", "3 already in use", "depends on no subnet or security group"],
      },
    ],
  },
  {
    name: "a held combination whose VPC is not in the inventory: undecided, with the fix",
    stack: stack(added),
    settings: { inventory: { ...inventory, combinations: [...inventory.combinations, { subnetId: "subnet-3", securityGroupIds: [] }] } },
    config: { maxPerVpc: 5 },
    finds: [
      {
        verdict: "undecided",
        about: added,
        says: ["5 to 6 combinations (likely 5) in total", "Add vpcId to the subnets of these combinations in the inventory"],
      },
    ],
  },
  {
    name: "an inventory of subnets only: it contains the VPC of a function, and no held combination",
    stack: stack(added),
    settings: { inventory: { subnets: inventory.subnets } },
    config: { maxPerVpc: 1 },
    finds: refused(added, "2 combinations for the 1 function in VPC vpc-1; the budget is 1"),
  },
]);
