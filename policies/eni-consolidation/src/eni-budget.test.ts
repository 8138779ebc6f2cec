import type { Network } from "@lambda-vpc/model";
import { describe, test } from "@jest/globals";
import { eniBudget } from "./eni-budget";
import { expectCase, type PolicyCase } from "./testing/policy-case";
import {
  attach,
  cut,
  functionNamed,
  group,
  groupNamed,
  groupPerFunction,
  made,
  subnetsOf,
  together,
  vpcNamed,
} from "./testing/sample-network";

const main = vpcNamed("main");
const [x, z] = [groupNamed("x"), groupNamed("z")];
const privates = subnetsOf("main", 2);
const keys = privates.map(({ key }) => key);
const base = { subnets: privates, securityGroups: [group("x", "10.0.0.0/8"), group("z", "172.16.0.0/12")] };
const twelve = groupPerFunction("main", { functions: 12, subnets: 3 });
const twelveCut = groupPerFunction("main", { functions: 12, subnets: 3 }, { subnets: cut });
const [east, west] = [groupPerFunction("east", { functions: 3, subnets: 1 }), groupPerFunction("west", { functions: 4, subnets: 1 })];
const nowhere: Network = { subnets: [], securityGroups: [], attachments: [] };

/** So many combinations: a function with a group each over one subnet. */
const holding = (combinations: number): Network => groupPerFunction("main", { functions: combinations, subnets: 1 });

const perVpc: readonly PolicyCase[] = [
  { sentence: "36 combinations: content by default", network: twelve, says: [] },
  {
    sentence: "500 combinations: the default quota is kept, and the user is warned",
    network: groupPerFunction("main", { functions: 125, subnets: 4 }),
    says: [{ subject: main, level: "advisory", parts: ["500 combinations for the", "the budget is 500 (maxPerVpc)"] }],
  },
  {
    sentence: "501 combinations, as 167 functions over three subnets make: the default quota is broken",
    network: groupPerFunction("main", { functions: 167, subnets: 3 }),
    says: [
      {
        subject: main,
        parts: [
          "501 combinations for the 167 functions in VPC main, so at least 501 ENIs; the budget is 500 (maxPerVpc)",
          "EniLimitExceeded",
          "share security-group sets",
          "L-9FEE3D26",
        ],
      },
    ],
  },
  { sentence: "399 combinations: below four fifths of the quota, content", network: holding(399), says: [] },
  {
    sentence: "400 combinations: four fifths of the quota, a warning",
    network: holding(400),
    says: [{ subject: main, level: "advisory", parts: ["400 combinations for the"] }],
  },
  {
    sentence: "a budget of its own, just kept: a warning",
    network: twelve,
    config: { maxPerVpc: 36 },
    says: [{ subject: main, level: "advisory", parts: ["the budget is 36"] }],
  },
  {
    sentence: "a budget of its own, just broken: refused",
    network: twelve,
    config: { maxPerVpc: 35 },
    says: [{ subject: main, parts: ["36 combinations for the", "the budget is 35"] }],
  },
  {
    sentence: "a budget of none: any function is too much",
    network: holding(1),
    config: { maxPerVpc: 0 },
    says: [{ subject: main, parts: ["1 combination for the", "the budget is 0"] }],
  },
  {
    sentence: "two VPCs of which one breaks the budget: judged apart",
    network: together(east, west),
    config: { maxPerVpc: 3, warnAt: 1 },
    says: [
      { subject: vpcNamed("east"), level: "advisory", parts: ["3 combinations for the 3 functions in VPC east"] },
      { subject: vpcNamed("west"), parts: ["4 combinations for the 4 functions in VPC west"] },
    ],
  },
  {
    sentence: "ids found by dependency: decided, and the message says on what it rests",
    network: { ...base, attachments: [attach("orders", made(keys), made([x]))] },
    config: { maxPerVpc: 1 },
    says: [{ subject: main, parts: ["2 combinations for the", "ids are unknown until deployed"] }],
  },
];

const warnings: readonly PolicyCase[] = [
  { sentence: "below the share that the user chose: content", network: twelve, config: { maxPerVpc: 73, warnAt: 0.5 }, says: [] },
  {
    sentence: "at the share that the user chose: a warning",
    network: twelve,
    config: { maxPerVpc: 72, warnAt: 0.5 },
    says: [{ subject: main, level: "advisory", parts: ["36 combinations for", "the budget is 72"] }],
  },
  {
    sentence: "warnAt 0: the number at every preview",
    network: holding(1),
    config: { warnAt: 0 },
    says: [{ subject: main, level: "advisory", parts: ["1 combination for the", "the budget is 500"] }],
  },
  { sentence: "warnAt 0 without functions: silence", network: nowhere, config: { warnAt: 0 }, says: [] },
];

const perStack: readonly PolicyCase[] = [
  { sentence: "no limit unless the user sets one", network: together(east, west), config: { warnAt: 1 }, says: [] },
  {
    sentence: "just kept: a warning about the first function of the stack",
    network: together(east, west),
    config: { maxPerStack: 7 },
    says: [
      {
        subject: functionNamed("east-function-00"),
        level: "advisory",
        parts: ["7 combinations for the 7 functions of this stack", "(maxPerStack)"],
      },
    ],
  },
  {
    sentence: "just broken: refused, over all VPCs at once",
    network: together(east, west),
    config: { maxPerStack: 6 },
    says: [
      {
        subject: functionNamed("east-function-00"),
        parts: ["7 combinations for the 7 functions of this stack", "the budget is 6 (maxPerStack)"],
      },
    ],
  },
  {
    sentence: "none at all: one function in a VPC is too much",
    network: holding(1),
    config: { maxPerStack: 0 },
    says: [{ subject: functionNamed("main-function-00"), parts: ["the budget is 0 (maxPerStack)"] }],
  },
  { sentence: "none at all, and no function in a VPC: content", network: nowhere, config: { maxPerStack: 0 }, says: [] },
  {
    sentence: "functions that publish versions: the message says that older versions keep what they hold",
    network: { ...base, attachments: [{ ...attach("orders", keys, [x]), publishes: true }, attach("users", keys, [x])] },
    config: { maxPerStack: 1 },
    says: [
      {
        subject: functionNamed("orders"),
        parts: ["2 combinations for the", "older versions of 1 function that publish", "keep the combinations they were published with"],
      },
    ],
  },
  {
    sentence: "network connectors: never in the figure, but in the message",
    network: { ...base, attachments: [attach("orders", keys, [x])], connectors: [attach("connector", keys, [z])] },
    config: { maxPerStack: 1 },
    says: [{ subject: functionNamed("orders"), parts: ["2 combinations for the", "network connectors hold 2 more"] }],
  },
  {
    sentence: "functions whose VPC does not show count all the same",
    network: { ...base, attachments: [attach("orders", keys, [x]), attach("elsewhere", ["subnet-1"], [z])] },
    config: { maxPerStack: 2 },
    says: [{ subject: functionNamed("elsewhere"), parts: ["3 combinations for the 2 functions of this stack"] }],
  },
];

const undecided: readonly PolicyCase[] = [
  {
    sentence: "subnets cut by an apply and a budget between the bounds: said with the bounds",
    network: twelveCut,
    config: { maxPerVpc: 20 },
    says: [
      {
        subject: main,
        level: "advisory",
        parts: [
          "undecided: between 12 and 36 (likely 36) combinations for the 12 functions in VPC main",
          "the budget is 20 (maxPerVpc)",
          "For 12 functions (main-function-00, main-function-01, main-function-02 and 9 more)",
          "To settle it, pass the list element by element",
        ],
      },
    ],
  },
  { sentence: "one below the upper bound: undecided", network: twelveCut, config: { maxPerVpc: 35 }, says: [say("the budget is 35")] },
  { sentence: "the upper bound itself: content", network: twelveCut, config: { maxPerVpc: 36 }, says: [] },
  { sentence: "the lower bound itself: undecided", network: twelveCut, config: { maxPerVpc: 12 }, says: [say("the budget is 12")] },
  {
    sentence: "one below the lower bound: decided, refused",
    network: twelveCut,
    config: { maxPerVpc: 11 },
    says: [{ subject: main, parts: ["between 12 and 36"] }],
  },
  {
    sentence: "at the level that the user chose",
    network: twelveCut,
    config: { maxPerVpc: 20, onUndecided: "mandatory" },
    says: [{ subject: main, level: "mandatory", parts: ["undecided"] }],
  },
  {
    sentence: "VPC and stack for the same cause: one line for both",
    network: twelveCut,
    config: { maxPerVpc: 20, maxPerStack: 20 },
    says: [say("the 12 functions in VPC main", "the 12 functions of this stack", "(maxPerStack)")],
  },
  {
    sentence: "a known function whose VPC does not show and that may turn out to be here: said",
    network: { ...base, attachments: [attach("orders", keys, [x]), attach("elsewhere", ["subnet-1"], [z])] },
    config: { maxPerVpc: 2 },
    says: [
      say(
        "between 2 and 3 (likely 2) combinations for the 1 function in VPC main",
        "subnet subnet-1",
        "it does not show which VPC it is in",
      ),
    ],
  },
];

function say(...parts: readonly string[]): PolicyCase["says"][number] {
  return { subject: main, level: "advisory", parts: ["undecided", ...parts] };
}

describe("the budget of a VPC:", () => {
  test.each(perVpc)("$sentence", (row) => expectCase(eniBudget, row));
});

describe("a warning:", () => {
  test.each(warnings)("$sentence", (row) => expectCase(eniBudget, row));
});

describe("the budget of the stack:", () => {
  test.each(perStack)("$sentence", (row) => expectCase(eniBudget, row));
});

describe("undecided:", () => {
  test.each(undecided)("$sentence", (row) => expectCase(eniBudget, row));
});
