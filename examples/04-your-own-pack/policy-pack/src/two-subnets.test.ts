import { cut, lambda, securityGroup, stack, testPolicy, vpc } from "@lambda-vpc/policy-testing";
import { twoSubnets } from "./two-subnets";

const main = vpc("main", { subnets: 3 });
const securityGroups = [securityGroup("https", { vpc: main })];
const safe = lambda("safe", { subnets: main.subnets.slice(0, 2), securityGroups });
const fragile = lambda("fragile", { subnets: main.subnets.slice(0, 1), securityGroups });
const cutting = lambda("cutting", { subnets: cut(main.subnets, main.subnets.slice(0, 2)), securityGroups });

testPolicy(twoSubnets, [
  { name: "two subnets: no finding", stack: stack(safe), finds: [] },
  {
    name: "one subnet: refused, and only the function that has it",
    stack: stack(safe, fragile),
    finds: [{ verdict: "violation", about: fragile, says: ["The function uses one subnet", "another zone"] }],
  },
  {
    name: "a list cut by an apply: undecided",
    stack: stack(cutting),
    finds: [{ verdict: "undecided", about: cutting, says: ["whether it uses two subnets", "element by element"] }],
  },
]);
