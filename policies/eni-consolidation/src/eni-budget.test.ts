import {
  cut,
  deployed,
  type Expectation,
  groupPerFunction,
  https,
  lambda,
  networkConnector,
  type Resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { eniBudget } from "./eni-budget";

const main = vpc("main", { subnets: 2 });
/** The same VPC with other numbers of subnets. */
const narrow = vpc("main", { subnets: 1 });
const wide = vpc("main", { subnets: 3 });
const widest = vpc("main", { subnets: 4 });
const east = vpc("east", { subnets: 1 });
const west = vpc("west", { subnets: 1 });
const x = securityGroup("x", { egress: [https("10.0.0.0/8")] });
const z = securityGroup("z", { egress: [https("172.16.0.0/12")] });

const orders = lambda("orders", { subnets: main.subnets, securityGroups: [x] });
const users = lambda("users", { subnets: main.subnets, securityGroups: [x] });
const elsewhere = lambda("elsewhere", { subnets: ["subnet-1"], securityGroups: [z] });
const publishing = lambda("orders", { subnets: main.subnets, securityGroups: [x] }, { publish: true });
const twelve = stack(groupPerFunction(wide, { functions: 12 }));
const twelveCut = stack(groupPerFunction(wide, { functions: 12, subnets: cut(wide.subnets) }));
const threeAndFour = stack(groupPerFunction(east, { functions: 3 }), groupPerFunction(west, { functions: 4 }));
/** The function that findings about the whole stack point at. */
const firstOf = (vpc: string): Resource => lambda(`${vpc}-function-00`, { subnets: [], securityGroups: [] });

const single = stack(groupPerFunction(narrow, { functions: 1 }));

function refused(about: Resource, ...says: readonly string[]): readonly Expectation[] {
  return [{ verdict: "violation", about, says }];
}

function warned(about: Resource, ...says: readonly string[]): readonly Expectation[] {
  return [{ verdict: "warning", about, level: "advisory", says }];
}

function open(...says: readonly string[]): readonly Expectation[] {
  return [{ verdict: "undecided", about: main, level: "advisory", says }];
}

testPolicy(eniBudget, [
  // The budget of a VPC
  { name: "36 combinations: no finding by default", stack: twelve, finds: [] },
  {
    name: "500 combinations: the default quota is kept, and the user is warned",
    stack: stack(groupPerFunction(widest, { functions: 125 })),
    finds: warned(main, "500 combinations for the", "the budget is 500 (maxPerVpc)"),
  },
  {
    name: "501 combinations, as 167 functions over three subnets make: the default quota is broken",
    stack: stack(groupPerFunction(wide, { functions: 167 })),
    finds: refused(
      main,
      "501 combinations for the 167 functions in VPC main; the budget is 500 (maxPerVpc).",
      "EniLimitExceeded",
      "Set securityGroupIds to [main-function-00-group] in main-function-01 and ",
    ),
  },
  {
    name: "501 combinations whose groups differ: no merge helps, so people decide",
    stack: stack(groupPerFunction(wide, { functions: 167, egressOf: (index) => [https(`10.${index}.0.0/16`)] })),
    finds: refused(
      main,
      "501 combinations for the 167 functions in VPC main",
      "Share security groups and subnets",
      "request a higher quota L-9FEE3D26 and set maxPerVpc to it. By hand: ",
    ),
  },
  {
    name: "399 combinations: below four fifths of the quota, no finding",
    stack: stack(groupPerFunction(wide, { functions: 133 })),
    finds: [],
  },
  {
    name: "400 combinations: four fifths of the quota, a warning",
    stack: stack(groupPerFunction(widest, { functions: 100 })),
    finds: warned(main, "400 combinations for the"),
  },
  {
    name: "a configured budget, just kept: a warning",
    stack: twelve,
    config: { maxPerVpc: 36 },
    finds: warned(main, "the budget is 36"),
  },
  {
    name: "a configured budget, just exceeded: refused",
    stack: twelve,
    config: { maxPerVpc: 35 },
    finds: refused(main, "36 combinations for the", "the budget is 35"),
  },
  {
    name: "a budget of none: any function is too much",
    stack: single,
    config: { maxPerVpc: 0 },
    finds: refused(main, "1 combination for the", "the budget is 0"),
  },
  {
    name: "two VPCs of which one breaks the budget: judged apart",
    stack: threeAndFour,
    config: { maxPerVpc: 3, warnAt: 1 },
    finds: [
      ...warned(east, "3 combinations for the 3 functions in VPC east"),
      ...refused(west, "4 combinations for the 4 functions in VPC west"),
    ],
  },
  {
    name: "ids found by dependency: decided, and the message states that it is an estimate",
    stack: stack(orders),
    config: { maxPerVpc: 1 },
    finds: refused(main, "2 combinations for the", "Estimated from dependencies: "),
  },
  {
    name: "what exists already: decided on what is known",
    stack: stack(deployed(orders)),
    config: { maxPerVpc: 1 },
    finds: refused(main, "2 combinations for the"),
  },

  // A warning
  { name: "below the share that the user chose: no finding", stack: twelve, config: { maxPerVpc: 73, warnAt: 0.5 }, finds: [] },
  {
    name: "at the share that the user chose: a warning",
    stack: twelve,
    config: { maxPerVpc: 72, warnAt: 0.5 },
    finds: warned(main, "36 combinations for", "the budget is 72"),
  },
  {
    name: "warnAt 0: the number at every preview",
    stack: single,
    config: { warnAt: 0 },
    finds: warned(main, "1 combination for the", "the budget is 500"),
  },
  { name: "warnAt 0 without functions: silence", stack: stack(main), config: { warnAt: 0 }, finds: [] },

  // The budget of the stack
  { name: "no limit of the stack unless the user sets one", stack: threeAndFour, config: { warnAt: 1 }, finds: [] },
  {
    name: "the stack's budget just kept: a warning about the first function of the stack",
    stack: threeAndFour,
    config: { maxPerStack: 7 },
    finds: warned(firstOf("east"), "7 combinations for the 7 functions of this stack", "(maxPerStack)"),
  },
  {
    name: "the stack's budget just broken: refused, over all VPCs at once",
    stack: threeAndFour,
    config: { maxPerStack: 6 },
    finds: refused(firstOf("east"), "7 combinations for the 7 functions of this stack", "the budget is 6 (maxPerStack)"),
  },
  {
    name: "a stack's budget of none: one function in a VPC is too much",
    stack: single,
    config: { maxPerStack: 0 },
    finds: refused(firstOf("main"), "the budget is 0 (maxPerStack)"),
  },
  { name: "a stack's budget of none, and no function in a VPC: no finding", stack: stack(main), config: { maxPerStack: 0 }, finds: [] },
  {
    name: "functions that publish versions: the message mentions the combinations of older versions",
    stack: stack(publishing, users),
    config: { maxPerStack: 1 },
    finds: refused(
      orders,
      "2 combinations for the",
      "(maxPerStack). Not counted: those of old versions of 1 function.",
      "or raise maxPerStack.",
    ),
  },
  {
    name: "network connectors: never in the figure, but in the message",
    stack: stack(orders, networkConnector("connector", { subnets: main.subnets, securityGroups: [z] })),
    config: { maxPerStack: 1 },
    finds: refused(orders, "2 combinations for the", "Not counted: 2 of network connectors"),
  },
  {
    name: "versions and connectors: both are in the message",
    stack: stack(publishing, users, networkConnector("connector", { subnets: main.subnets, securityGroups: [z] })),
    config: { maxPerStack: 1 },
    finds: refused(orders, "Not counted: those of old versions of 1 function; 2 of network connectors (ENI sharing undocumented)."),
  },
  {
    name: "functions whose VPC is unknown are counted as well",
    stack: stack(orders, elsewhere),
    config: { maxPerStack: 2 },
    finds: refused(elsewhere, "3 combinations for the 2 functions of this stack"),
  },

  // Undecided
  {
    name: "subnets cut by an apply and a budget between the bounds: reported with the bounds",
    stack: twelveCut,
    config: { maxPerVpc: 20 },
    finds: open(
      "undecided: 12 to 36 combinations (likely 36) for the 12 functions in VPC main",
      "the budget is 20 (maxPerVpc)",
      "for 12 functions (main-function-00, main-function-01, main-function-02 and 9 more)",
      "fix: Pass ids element by element",
    ),
  },
  { name: "one below the upper bound: undecided", stack: twelveCut, config: { maxPerVpc: 35 }, finds: open("the budget is 35") },
  { name: "the upper bound itself: no finding", stack: twelveCut, config: { maxPerVpc: 36 }, finds: [] },
  { name: "the lower bound itself: undecided", stack: twelveCut, config: { maxPerVpc: 12 }, finds: open("the budget is 12") },
  {
    name: "one below the lower bound: decided, refused",
    stack: twelveCut,
    config: { maxPerVpc: 11 },
    finds: refused(main, "12 to 36"),
  },
  {
    name: "undecided at the level that the user chose",
    stack: twelveCut,
    config: { maxPerVpc: 20, onUndecided: "mandatory" },
    finds: [{ verdict: "undecided", about: main, level: "mandatory", says: ["the budget is 20"] }],
  },
  {
    name: "VPC and stack undecided for the same cause: one line for both",
    stack: twelveCut,
    config: { maxPerVpc: 20, maxPerStack: 20 },
    finds: open("the 12 functions in VPC main", "the 12 functions of this stack", "(maxPerStack)"),
  },
  {
    name: "a known function whose VPC is unknown and that may be here: reported",
    stack: stack(orders, elsewhere),
    config: { maxPerVpc: 2 },
    finds: open("2 to 3 combinations (likely 2) for the 1 function in VPC main", "subnet subnet-1", "the VPC is unknown at preview"),
  },
]);
