import { byHand, definePolicy, integer } from "@lambda-vpc/policy-kit";
import { cut, lambda, securityGroup, stack, testPolicy, vpc } from "./index";

const fewGroups = definePolicy({
  id: "few-groups",
  title: "A function has few security groups.",
  severity: "low",
  level: "advisory",
  config: { max: integer({ description: "Groups of one function.", default: 2, minimum: 1 }) },
  check: ({ plan, config }) =>
    plan.attachments.flatMap(({ consumer: subject, securityGroups: { least, most, basis } }) => {
      const what = `more than ${config.max} security groups`;
      const fix = byHand("merge groups", "the program does not show which groups may be one");
      if (least > config.max) return { verdict: "violation", subject, what, why: "who reviews them?", fix, basis };
      return most > config.max ? { verdict: "undecided", subject, what, causes: new Map([["list-unknown", [subject]]]) } : [];
    }),
});

const main = vpc("main", { subnets: 2 });
const groups = ["web", "database", "cache"].map((name) => securityGroup(name, { vpc: main }));
const modest = lambda("modest", { subnets: main.subnets, securityGroups: groups.slice(0, 2) });
const greedy = lambda("greedy", { subnets: main.subnets, securityGroups: groups });
const cutting = lambda("cutting", { subnets: main.subnets, securityGroups: cut(groups, groups.slice(0, 1)) });

testPolicy(fewGroups, [
  { name: "two groups: content", stack: stack(modest), finds: [] },
  {
    name: "three groups: too many, and it says what to do",
    stack: stack(modest, greedy),
    finds: [{ verdict: "violation", about: greedy, says: ["more than 2 security groups", "Merge groups."] }],
  },
  { name: "as many as the user allows: content", stack: stack(greedy), config: { max: 3 }, finds: [] },
  {
    name: "a list out of an apply over three groups: undecided",
    stack: stack(cutting),
    finds: [{ verdict: "undecided", about: cutting, says: ["more than 2", "element by element"] }],
  },
]);
