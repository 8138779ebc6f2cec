import {
  capacityProvider,
  cut,
  deployed,
  fromElsewhere,
  lambda,
  networkConnector,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
import { subnetsAndGroupsWithinLimits } from "./subnets-and-groups-within-limits";

const main = vpc("main", { subnets: 17 });
const groups = Array.from({ length: 17 }, (_, index) => securityGroup(`group-${String(index).padStart(2, "0")}`, { vpc: main }));
const few = main.subnets.slice(0, 2);
const [first] = groups;
const six = groups.slice(0, 6);
const manager = (config: Partial<Parameters<typeof lambda>[1]>) =>
  lambda("manager", { subnets: few, securityGroups: groups.slice(0, 1), ...config });

testPolicy(subnetsAndGroupsWithinLimits, [
  {
    name: "16 subnets and 5 groups: no finding",
    stack: stack(manager({ subnets: main.subnets.slice(0, 16), securityGroups: groups.slice(0, 5) })),
    finds: [],
  },
  {
    name: "6 groups: refused",
    stack: stack(manager({ securityGroups: six })),
    finds: [
      {
        verdict: "violation",
        says: [
          "6 security groups of manager; AWS accepts at most 5.",
          "Lambda refuses longer lists with ValidationException",
          "Move rules to the other groups and remove groups from securityGroupIds until 5 remain. By hand: ",
        ],
      },
    ],
  },
  {
    name: "17 subnets that exist already: refused",
    stack: stack(deployed(...main.subnets), manager({ subnets: main.subnets })),
    finds: [
      {
        verdict: "violation",
        says: [
          "17 subnets of manager; AWS accepts at most 16.",
          "Set subnetIds to [main-0] in manager. One subnet for each availability zone is enough.",
        ],
        fix: change([{ step: "set-vpc-config", functions: [urnOf(manager({}))], subnets: main.subnets.slice(0, 1).map(urnOf) }], {
          note: "One subnet for each availability zone is enough.",
        }),
      },
    ],
  },
  {
    name: "both lists too long: two findings about one function",
    stack: stack(manager({ subnets: main.subnets, securityGroups: six })),
    finds: [
      { verdict: "violation", says: ["17 subnets of manager"] },
      { verdict: "violation", says: ["6 security groups of manager"] },
    ],
  },
  {
    name: "one group six times: no finding, for duplicates collapse",
    stack: stack(manager({ securityGroups: Array.from({ length: 6 }, () => first ?? "sg-1") })),
    finds: [],
  },
  {
    name: "ids of other stacks, one of them twice: refused for the six different ones",
    stack: stack(manager({ securityGroups: ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6", "sg-6"] })),
    finds: [{ verdict: "violation", says: ["6 security groups of manager"] }],
  },
  {
    name: "4 known and 2 unknown groups of this stack: refused",
    stack: stack(manager({ securityGroups: ["sg-1", "sg-2", "sg-3", "sg-4", ...groups.slice(0, 2)] })),
    finds: [{ verdict: "violation", says: ["6 security groups of manager"] }],
  },
  {
    name: "a list that is cut out of six groups: undecided",
    stack: stack(manager({ securityGroups: cut(six, six.slice(0, 2)) })),
    finds: [
      { verdict: "undecided", says: ["1 to 6 security groups (likely 6) of manager; AWS accepts at most 5", "the whole list is unknown"] },
    ],
  },
  {
    name: "seven unknown ids of six groups: undecided, for more than one may be repeated",
    stack: stack(manager({ securityGroups: [...six, ...six.slice(0, 1)] })),
    finds: [{ verdict: "undecided", says: ["1 to 6 security groups (likely 1) of manager", "more unknown elements than resources"] }],
  },
  {
    name: "a list of another stack: no finding, for only AWS's limit bounds it",
    stack: stack(manager({ securityGroups: [fromElsewhere("sg-1")] })),
    finds: [],
  },
  {
    name: "a network connector with 17 groups: refused, for no page of AWS states more than 16",
    stack: stack(networkConnector("egress", { subnets: few, securityGroups: groups })),
    finds: [{ verdict: "violation", says: ["17 security groups of egress; AWS accepts at most 16."] }],
  },
  {
    name: "a network connector with 6 groups: no finding, for the pages of AWS differ",
    stack: stack(networkConnector("egress", { subnets: few, securityGroups: six })),
    finds: [],
  },
  {
    name: "a capacity provider with 17 subnets: refused",
    stack: stack(capacityProvider("instances", { subnets: main.subnets, securityGroups: groups.slice(0, 1) })),
    finds: [{ verdict: "violation", says: ["17 subnets of instances; AWS accepts at most 16.", "#capacity-provider-limits"] }],
  },
]);
