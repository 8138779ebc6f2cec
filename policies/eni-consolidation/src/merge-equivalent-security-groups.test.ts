import {
  applied,
  cut,
  groupPerFunction,
  https,
  idOf,
  lambda,
  type ReferenceList,
  type Resource,
  resource,
  securityGroup,
  type Stack,
  stack,
  tcp,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { mergeEquivalentSecurityGroups } from "./merge-equivalent-security-groups";

const main = vpc("main", { subnets: 2 });
const wide = vpc("main", { subnets: 3 });
const narrow = vpc("main", { subnets: 1 });
const egress = [https("10.0.0.0/8")];
const blue = securityGroup("blue", { egress });
const green = securityGroup("green", { egress });
const groupOf = (name: string): Resource => securityGroup(`main-function-${name}-group`);

/** Two functions over two subnets, `orders` on the group `blue`, `users` on another; further resources in addition to them. */
function pair(other: Resource, ...others: readonly Resource[]): Stack {
  return stack(functions({ orders: [blue], users: [other] }), others);
}

function functions(groups: Readonly<Record<string, ReferenceList>>, subnets: ReferenceList = main.subnets): readonly Resource[] {
  return Object.entries(groups).map(([name, securityGroups]) => lambda(name, { subnets, securityGroups }));
}

const other = securityGroup("green", { egress: [https("172.16.0.0/12")] });
const port = applied([main], 443);
const concealed = securityGroup("green", { egress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["10.0.0.0/8"] }] });
const server = resource("aws:ec2/instance:Instance", "server", { vpcSecurityGroupIds: [idOf(green)] });
const database = securityGroup("database", { egress: [], ingress: [tcp(5432, green)] });
const ruleOfUnknownPeer = (green: Resource): Resource =>
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "from-someone", {
    ...{ securityGroupId: idOf(securityGroup("cache", { egress: [] })), ipProtocol: "tcp", fromPort: 5432, toPort: 5432 },
    referencedSecurityGroupId: applied([blue, green], idOf(green)),
  });

testPolicy(mergeEquivalentSecurityGroups, [
  {
    name: "two groups that grant the same: which to keep, which to drop, what it saves, and on what that rests",
    stack: pair(green),
    finds: [
      {
        verdict: "violation",
        about: blue,
        says: [
          "2 security-group sets (blue, green) have the same rules.",
          "A merge saves 2 combinations and widens no access: ",
          "Set securityGroupIds to [blue] in users, and delete security group green with its rules.",
          "Estimated from dependencies: ",
        ],
      },
    ],
  },
  {
    name: "a function that publishes: its old versions hold the group, so they are deleted before the group",
    stack: stack(
      lambda("orders", { subnets: main.subnets, securityGroups: [blue] }),
      lambda("users", { subnets: main.subnets, securityGroups: [green] }, { publish: true }),
    ),
    finds: [
      {
        verdict: "violation",
        about: blue,
        says: [
          "Update 1: set securityGroupIds to [blue] in users. " +
            "Update 2: delete old versions of users (VersionTrimmer). Update 3: delete security group green",
        ],
      },
    ],
  },
  {
    name: "twelve equal groups over three subnets: 33 saved, the first named and the rest counted",
    stack: stack(groupPerFunction(wide, { functions: 12 })),
    finds: [
      {
        verdict: "violation",
        about: groupOf("00"),
        says: [
          "12 security-group sets (main-function-00-group, main-function-01-group, main-function-02-group and 9 more) have the same rules.",
          "A merge saves 33 combinations",
          "Set securityGroupIds to [main-function-00-group] in main-function-01 and 10 more, ",
        ],
      },
    ],
  },
  {
    name: "two kinds of groups: a finding for each kind",
    stack: stack(groupPerFunction(narrow, { functions: 4, egressOf: (index) => [https(index < 2 ? "10.0.0.0/8" : "172.16.0.0/12")] })),
    finds: [
      { verdict: "violation", about: groupOf("00"), says: ["(main-function-00-group, main-function-01-group)"] },
      { verdict: "violation", about: groupOf("02"), says: ["(main-function-02-group, main-function-03-group)"] },
    ],
  },
  {
    name: "sets of several groups: the smaller one is kept",
    stack: stack(functions({ orders: [blue, green], users: [green] })),
    finds: [
      {
        verdict: "violation",
        about: green,
        says: ["(green, blue + green)", "Set securityGroupIds to [green] in orders, and delete security group blue"],
      },
    ],
  },
  {
    name: "subnets cut by an apply: offered for what it surely saves, with the bounds",
    stack: stack(groupPerFunction(wide, { functions: 12, subnets: cut(wide.subnets) })),
    finds: [{ verdict: "violation", about: groupOf("00"), says: ["A merge saves 9 to"] }],
  },
  {
    name: "as much saved as the user asks for: offered",
    stack: pair(green),
    config: { minSaved: 2 },
    finds: [{ verdict: "violation", about: blue, says: ["saves 2"] }],
  },
  { name: "less saved than the user asks for: silent", stack: pair(green), config: { minSaved: 3 }, finds: [] },
  {
    name: "groups that let out something else: silent",
    stack: pair(other),
    finds: [],
  },
  {
    name: "a group of this stack whose rules are unknown: undecided, with what merging may save and the fix",
    stack: pair(concealed),
    finds: [
      {
        verdict: "undecided",
        says: [
          "0 to 2 combinations (likely 0)",
          "saved by merging, if these sets have the same rules: blue, green; some rules of blue, green are unknown",
          "Write the rules with values that are known at preview",
        ],
      },
    ],
  },
  {
    name: "a group whose rules are unknown, which could save less than the user asks for: silent",
    stack: pair(concealed),
    config: { minSaved: 3 },
    finds: [],
  },
  {
    name: "a group whose rules are unknown, alone in its VPC: silent",
    stack: stack(functions({ orders: [concealed] })),
    finds: [],
  },
  {
    name: "groups that a rule of unknown peer may refer to: undecided",
    stack: pair(green, ruleOfUnknownPeer(green)),
    finds: [{ verdict: "undecided", says: ["some rules of blue, green are unknown"] }],
  },
  {
    name: "groups that a rule of unknown peer may refer to, but that let out something else: silent",
    stack: pair(other, ruleOfUnknownPeer(other)),
    finds: [],
  },
  { name: "a group that others use too: silent", stack: pair(green, server), finds: [] },
  { name: "a group that a database lets in: silent", stack: pair(green, database), finds: [] },
  { name: "a group of another VPC: silent", stack: pair(securityGroup("green", { vpc: "vpc-2", egress })), finds: [] },
  {
    name: "groups by literal ids, of which the stack shows no rules: silent",
    stack: stack(functions({ orders: ["sg-1"], users: ["sg-2"] })),
    finds: [],
  },
  {
    name: "groups cut by an apply, so that which they are is unknown: undecided",
    stack: stack(functions({ orders: cut([blue, green], [blue]), users: cut([blue, green], [blue]) })),
    finds: [{ verdict: "undecided", says: ["if 2 functions (orders, users) use groups with the same rules"] }],
  },
  {
    name: "subnets cut by an apply, so that nothing is surely saved: undecided, with what it may be",
    stack: stack(functions({ orders: [blue], users: [green] }, cut(main.subnets))),
    finds: [
      {
        verdict: "undecided",
        says: ["0 to 3 combinations (likely 2)", "saved by merging sets with the same rules: blue, green"],
      },
    ],
  },
]);
