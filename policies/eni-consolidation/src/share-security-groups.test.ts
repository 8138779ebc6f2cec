import { describe, test } from "@jest/globals";
import { shareSecurityGroups } from "./share-security-groups";
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
const [x, y, z] = [groupNamed("x"), groupNamed("y"), groupNamed("z")] as const;
const privates = subnetsOf("main", 2);
const keys = privates.map(({ key }) => key);
const base = { subnets: privates, securityGroups: [group("x", "10.0.0.0/8"), group("y", "10.0.0.0/8"), group("z", "172.16.0.0/12")] };
const different = { cidrOf: (index: number): string => `10.${index}.0.0/16` };

const decided: readonly PolicyCase[] = [
  {
    sentence: "twelve functions that share one set: content",
    network: { ...base, attachments: Array.from({ length: 12 }, (_, index) => attach(`function-${index}`, keys, [x])) },
    says: [],
  },
  {
    sentence: "twelve functions with an equal group each over three subnets: 36 combinations, 33 of them avoidable",
    network: groupPerFunction("main", { functions: 12, subnets: 3 }),
    says: [
      {
        subject: main,
        parts: [
          "12 security-group sets for the 12 functions in VPC main (at most 5 allowed): 36 combinations, 33 of them avoidable.",
          "one for all would save 33 combinations, 33 of them without widening access",
          "at least one Hyperplane ENI",
        ],
      },
    ],
  },
  {
    sentence: "twelve functions whose groups differ: one set would save 33, none of them without widening access",
    network: groupPerFunction("main", { functions: 12, subnets: 3 }, different),
    says: [{ subject: main, parts: ["36 combinations, 0 of them avoidable", "would save 33 combinations, 0 of them without widening"] }],
  },
  {
    sentence: "four honest sets over two subnets: content by default",
    network: groupPerFunction("main", { functions: 4, subnets: 2 }, different),
    says: [],
  },
  { sentence: "five sets: content by default", network: groupPerFunction("main", { functions: 5, subnets: 1 }), says: [] },
  {
    sentence: "six sets: one more than the default allows",
    network: groupPerFunction("main", { functions: 6, subnets: 1 }),
    says: [{ subject: main, parts: ["6 security-group sets for the 6 functions in VPC main (at most 5 allowed)"] }],
  },
  {
    sentence: "as many sets as the user allows: content",
    network: groupPerFunction("main", { functions: 3, subnets: 2 }),
    config: { maxSetsPerVpc: 3 },
    says: [],
  },
  {
    sentence: "one set more than the user allows: refused",
    network: groupPerFunction("main", { functions: 3, subnets: 2 }),
    config: { maxSetsPerVpc: 2 },
    says: [{ subject: main, parts: ["3 security-group sets for the 3 functions in VPC main (at most 2 allowed)", "6 combinations"] }],
  },
  {
    sentence: "groups in another order or twice: the same set",
    network: { ...base, attachments: [attach("orders", keys, [x, y]), attach("users", keys, [y, x]), attach("stock", keys, [x, y, x])] },
    config: { maxSetsPerVpc: 1 },
    says: [],
  },
  {
    sentence: "a subset: a set of its own",
    network: { ...base, attachments: [attach("orders", keys, [x, y]), attach("users", keys, [x])] },
    config: { maxSetsPerVpc: 1 },
    says: [{ subject: main, parts: ["2 security-group sets for the 2 functions in VPC main", "4 combinations"] }],
  },
  {
    sentence: "two VPCs of three sets each: judged apart, so content with three",
    network: together(groupPerFunction("east", { functions: 3, subnets: 1 }), groupPerFunction("west", { functions: 3, subnets: 1 })),
    config: { maxSetsPerVpc: 3 },
    says: [],
  },
  {
    sentence: "two VPCs of which one has too many sets: only that one is refused",
    network: together(groupPerFunction("east", { functions: 3, subnets: 1 }), groupPerFunction("west", { functions: 4, subnets: 1 })),
    config: { maxSetsPerVpc: 3 },
    says: [{ subject: vpcNamed("west"), parts: ["4 functions in VPC west"] }],
  },
  {
    sentence: "a VPC by its literal id: the first function is the subject, and the id is in the message",
    network: {
      ...base,
      subnets: privates.map((subnet) => ({ ...subnet, vpc: "vpc-1" })),
      attachments: [attach("users", keys, [x]), attach("orders", keys, [z])],
    },
    config: { maxSetsPerVpc: 1 },
    says: [{ subject: functionNamed("orders"), parts: ["2 functions in VPC vpc-1"] }],
  },
  {
    sentence: "literal subnets whose VPC does not show: named after their subnet",
    network: { ...base, subnets: [], attachments: [attach("users", ["subnet-1"], [x]), attach("orders", ["subnet-1"], [z])] },
    config: { maxSetsPerVpc: 1 },
    says: [{ subject: functionNamed("orders"), parts: ["in the VPC of subnet subnet-1"] }],
  },
  {
    sentence: "new groups, found by dependency: decided, and the message says on what it rests",
    network: { ...base, attachments: [attach("orders", made(keys), made([x])), attach("users", made(keys), made([z]))] },
    config: { maxSetsPerVpc: 1 },
    says: [{ subject: main, parts: ["2 security-group sets for", "4 combinations", "ids are unknown until deployed"] }],
  },
  {
    sentence: "subnets cut by an apply while each group shows: still decided, with bounds on the combinations",
    network: groupPerFunction("main", { functions: 12, subnets: 3 }, { subnets: cut }),
    says: [{ subject: main, parts: ["12 security-group sets for", "between 12 and 36 (likely 36) combinations"] }],
  },
];

const undecided: readonly PolicyCase[] = [
  {
    sentence: "groups cut by an apply: between one set and two, and what would settle it",
    network: { ...base, attachments: [attach("orders", keys, cut([x, y])), attach("users", keys, cut([x, y]))] },
    config: { maxSetsPerVpc: 1 },
    says: [
      {
        subject: main,
        level: "advisory",
        parts: [
          "undecided: between 1 and 2 (likely 1) security-group sets for the 2 functions in VPC main",
          "(orders, users)",
          "To settle it, pass the list element by element",
        ],
      },
    ],
  },
  {
    sentence: "at the level that the user chose",
    network: { ...base, attachments: [attach("orders", keys, cut([x, y])), attach("users", keys, cut([x, y]))] },
    config: { maxSetsPerVpc: 1, onUndecided: "mandatory" },
    says: [{ subject: main, level: "mandatory", parts: ["undecided"] }],
  },
  {
    sentence: "subnets that do not show either: no word of them, because sets do not rest on subnets",
    network: {
      ...base,
      attachments: ["orders", "users"].map((name) => attach(name, { known: [], holes: 1, candidates: keys }, cut([x, y]))),
    },
    config: { maxSetsPerVpc: 1 },
    says: [{ subject: main, level: "advisory", parts: ["how many elements it has shows only after the deployment"] }],
  },
  {
    sentence: "cut groups that cannot exceed what is allowed: content",
    network: { ...base, attachments: [attach("orders", keys, cut([x, y])), attach("users", keys, cut([x, y]))] },
    config: { maxSetsPerVpc: 2 },
    says: [],
  },
  {
    sentence: "a known function whose VPC does not show and that may turn out to be here: said for both places",
    network: { ...base, attachments: [attach("orders", keys, [x]), attach("elsewhere", ["subnet-1"], [z])] },
    config: { maxSetsPerVpc: 1 },
    says: [
      {
        subject: main,
        level: "advisory",
        parts: [
          "between 1 and 2 (likely 1) security-group sets for the 1 function in VPC main",
          "between 1 and 2 (likely 1) security-group sets for the 1 function in the VPC of subnet subnet-1",
          "it does not show which VPC it is in",
          "To settle it, use subnets of this stack",
        ],
      },
    ],
  },
];

describe("decided:", () => {
  test.each(decided)("$sentence", (row) => expectCase(shareSecurityGroups, row));
});

describe("undecided:", () => {
  test.each(undecided)("$sentence", (row) => expectCase(shareSecurityGroups, row));
});
