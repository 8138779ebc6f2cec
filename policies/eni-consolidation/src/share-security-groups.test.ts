import {
  applied,
  cut,
  deployed,
  groupPerFunction,
  https,
  idOf,
  lambda,
  type ReferenceList,
  type Resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { shareSecurityGroups } from "./share-security-groups";

const main = vpc("main", { subnets: 2 });
const x = securityGroup("x", { egress: [https("10.0.0.0/8")] });
const y = securityGroup("y", { egress: [https("10.0.0.0/8")] });
const z = securityGroup("z", { egress: [https("172.16.0.0/12")] });
const different = (index: number) => [https(`10.${index}.0.0/16`)];

/** The same VPC with other numbers of subnets. */
const narrow = vpc("main", { subnets: 1 });
const wide = vpc("main", { subnets: 3 });
const east = vpc("east", { subnets: 1 });
const west = vpc("west", { subnets: 1 });
/** The function that findings point at where no VPC shows. */
const orders = lambda("orders", { subnets: [], securityGroups: [] });

/** Functions over `subnets` that use these groups, by name. */
function using(groups: Readonly<Record<string, ReferenceList>>, subnets = main.subnets): readonly Resource[] {
  return Object.entries(groups).map(([name, securityGroups]) => lambda(name, { subnets, securityGroups }));
}

const cutting = stack(using({ orders: cut([x, y]), users: cut([x, y]) }));
const oneOfBoth = applied(main.subnets, idOf(main.subnets[0] ?? main));

testPolicy(shareSecurityGroups, [
  {
    name: "twelve functions that share one set: no finding",
    stack: stack(Array.from({ length: 12 }, (_, index) => lambda(`function-${index}`, { subnets: main.subnets, securityGroups: [x] }))),
    finds: [],
  },
  {
    name: "twelve functions with an equal group each over three subnets: 36 combinations, 33 of them avoidable",
    stack: stack(groupPerFunction(wide, { functions: 12 })),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: [
          "12 security-group sets for the 12 functions in VPC main (maximum 5): 36 combinations. Keep 1 set: −33, no access widened.",
          "Set securityGroupIds to [main-function-00-group] in main-function-01 and ",
          "Each combination needs an ENI",
        ],
      },
    ],
  },
  {
    name: "twelve functions whose groups differ: one set would save 33, none of them without widening access",
    stack: stack(groupPerFunction(wide, { functions: 12, egressOf: different })),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["36 combinations. Keep 1 set: −33, wider access.", "use one set, until 5 sets remain. By hand: "],
      },
    ],
  },
  {
    name: "two kinds of groups: merging within each kind is enough, and is the fix",
    stack: stack(groupPerFunction(narrow, { functions: 8, egressOf: (index) => different(index % 2) })),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: [
          "8 combinations. Keep 2 sets: −6, no access widened; 1 set: −7, wider access.",
          "Set securityGroupIds to [main-function-00-group] in main-function-02, ",
          ", and set securityGroupIds to [main-function-01-group] in ",
        ],
      },
    ],
  },
  {
    name: "a merge that is not enough: what each number of sets saves, and a decision for people",
    stack: stack(groupPerFunction(narrow, { functions: 8, egressOf: (index) => different(Math.min(index, 6)) })),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["8 combinations. Keep 7 sets: −1, no access widened; 1 set: −7, wider access.", "until 5 sets remain. By hand: "],
      },
    ],
  },
  {
    name: "four necessary sets over two subnets: no finding by default",
    stack: stack(groupPerFunction(main, { functions: 4, egressOf: different })),
    finds: [],
  },
  { name: "five sets: no finding by default", stack: stack(groupPerFunction(narrow, { functions: 5 })), finds: [] },
  {
    name: "six sets: one more than the default allows",
    stack: stack(groupPerFunction(narrow, { functions: 6 })),
    finds: [{ verdict: "violation", about: main, says: ["6 security-group sets for the 6 functions in VPC main (maximum 5)"] }],
  },
  {
    name: "as many sets as the user allows: no finding",
    stack: stack(groupPerFunction(main, { functions: 3 })),
    config: { maxSetsPerVpc: 3 },
    finds: [],
  },
  {
    name: "one set more than the user allows: refused",
    stack: stack(groupPerFunction(main, { functions: 3 })),
    config: { maxSetsPerVpc: 2 },
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["3 security-group sets for the 3 functions in VPC main (maximum 2)", "6 combinations"],
      },
    ],
  },
  {
    name: "groups in another order or twice: the same set",
    stack: stack(deployed(main.subnets, x, y), using({ orders: [x, y], users: [y, x], stock: [x, y, x] })),
    config: { maxSetsPerVpc: 1 },
    finds: [],
  },
  {
    name: "a subset: a different set",
    stack: stack(using({ orders: [x, y], users: [x] })),
    config: { maxSetsPerVpc: 1 },
    finds: [{ verdict: "violation", about: main, says: ["2 security-group sets for the 2 functions in VPC main", "4 combinations"] }],
  },
  {
    name: "two VPCs of three sets each: judged apart, so no finding with three",
    stack: stack(groupPerFunction(east, { functions: 3 }), groupPerFunction(west, { functions: 3 })),
    config: { maxSetsPerVpc: 3 },
    finds: [],
  },
  {
    name: "two VPCs of which one has too many sets: only that one is refused",
    stack: stack(groupPerFunction(east, { functions: 3 }), groupPerFunction(west, { functions: 4 })),
    config: { maxSetsPerVpc: 3 },
    finds: [{ verdict: "violation", about: west, says: ["4 functions in VPC west"] }],
  },
  {
    name: "a VPC by its literal id: the first function is the subject, and the id is in the message",
    stack: stack(using({ users: [x], orders: [z] }, [subnet("a", { vpc: "vpc-1" }), subnet("b", { vpc: "vpc-1" })])),
    config: { maxSetsPerVpc: 1 },
    finds: [{ verdict: "violation", about: orders, says: ["2 functions in VPC vpc-1"] }],
  },
  {
    name: "literal subnets whose VPC is unknown: named after their subnet",
    stack: stack(["users", "orders"].map((name, index) => lambda(name, { subnets: ["subnet-1"], securityGroups: [index === 0 ? x : z] }))),
    config: { maxSetsPerVpc: 1 },
    finds: [{ verdict: "violation", about: orders, says: ["in the VPC of subnet subnet-1"] }],
  },
  {
    name: "what exists already: decided on what is known",
    stack: stack(deployed(using({ orders: [x], users: [z] }))),
    config: { maxSetsPerVpc: 1 },
    finds: [{ verdict: "violation", about: main, says: ["2 security-group sets for", "4 combinations"] }],
  },
  {
    name: "new groups, found by dependency: decided, and the message states that it is an estimate",
    stack: stack(using({ orders: [x], users: [z] })),
    config: { maxSetsPerVpc: 1 },
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["2 security-group sets for", "4 combinations", "Estimated from dependencies: "],
      },
    ],
  },
  {
    name: "subnets cut by an apply while each group shows: still decided, with bounds on the combinations",
    stack: stack(groupPerFunction(wide, { functions: 12, subnets: cut(wide.subnets) })),
    finds: [{ verdict: "violation", about: main, says: ["12 security-group sets for", "12 to 36 combinations (likely 36)"] }],
  },
  {
    name: "groups cut by an apply: between one set and two, and the fix",
    stack: cutting,
    config: { maxSetsPerVpc: 1 },
    finds: [
      {
        verdict: "undecided",
        about: main,
        level: "advisory",
        says: [
          "undecided: 1 to 2 security-group sets (likely 1) for the 2 functions in VPC main",
          "(orders, users)",
          "fix: Pass ids element by element",
        ],
      },
    ],
  },
  {
    name: "what is undecided, at the level that the user chose",
    stack: cutting,
    config: { maxSetsPerVpc: 1, onUndecided: "mandatory" },
    finds: [{ verdict: "undecided", about: main, level: "mandatory", says: ["1 to 2"] }],
  },
  {
    name: "subnets that are unknown as well: not mentioned, because sets do not depend on subnets",
    stack: stack(["orders", "users"].map((name) => lambda(name, { subnets: [oneOfBoth], securityGroups: cut([x, y]) }))),
    config: { maxSetsPerVpc: 1 },
    finds: [{ verdict: "undecided", about: main, level: "advisory", says: ["the whole list is unknown until the deployment"] }],
  },
  { name: "cut groups that cannot exceed what is allowed: no finding", stack: cutting, config: { maxSetsPerVpc: 2 }, finds: [] },
  {
    name: "a known function whose VPC is unknown and that may be here: reported for both places",
    stack: stack(using({ orders: [x] }), lambda("elsewhere", { subnets: ["subnet-1"], securityGroups: [z] })),
    config: { maxSetsPerVpc: 1 },
    finds: [
      {
        verdict: "undecided",
        about: main,
        level: "advisory",
        says: [
          "1 to 2 security-group sets (likely 1) for the 1 function in VPC main",
          "1 to 2 security-group sets (likely 1) for the 1 function in the VPC of subnet subnet-1",
          "the VPC is unknown at preview",
          "fix: Use subnets of this stack",
        ],
      },
    ],
  },
]);
