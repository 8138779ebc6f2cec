import type { Network, SecurityGroup } from "@lambda-vpc/model";
import { describe, test } from "@jest/globals";
import { mergeEquivalentSecurityGroups } from "./merge-equivalent-security-groups";
import { expectCase, type PolicyCase } from "./testing/policy-case";
import { attach, cut, functionNamed, group, groupNamed, groupPerFunction, made, subnetsOf } from "./testing/sample-network";

const privates = subnetsOf("main", 2);
const keys = privates.map(({ key }) => key);
const unknown = { known: false, why: "a port of the rule is unknown until deployed" } as const;

/** Two functions over two subnets, one on the group `blue`, one on `green`; both let out the same unless `green` differs. */
function pair(green: SecurityGroup): Network {
  const attachments = [attach("orders", keys, [groupNamed("blue")]), attach("users", keys, [groupNamed("green")])];
  return { subnets: privates, securityGroups: [group("blue", "10.0.0.0/8"), green], attachments };
}

const database = { kind: "security-group", key: groupNamed("database") } as const;
const postgres = { direction: "inbound", protocol: "tcp", fromPort: 5432, toPort: 5432, peer: database } as const;

const violating: readonly PolicyCase[] = [
  {
    sentence: "two groups that grant the same: which to keep, which to drop, and what it saves",
    network: pair(group("green", "10.0.0.0/8")),
    says: [
      {
        subject: groupNamed("blue"),
        parts: [
          "2 security-group sets of 2 functions (orders, users) grant the same, as far as this stack shows: blue, green.",
          "merging saves 2 combinations and widens nobody's access",
          "give all of them blue, then delete what nothing uses any more",
        ],
      },
    ],
  },
  {
    sentence: "twelve equal groups over three subnets: 33 saved, the first named and the rest counted",
    network: groupPerFunction("main", { functions: 12, subnets: 3 }),
    says: [
      {
        subject: groupNamed("main-function-00-group"),
        parts: [
          "12 security-group sets of 12 functions (main-function-00, main-function-01, main-function-02 and 9 more)",
          "main-function-00-group, main-function-01-group, main-function-02-group and 9 more",
          "merging saves 33 combinations",
          "give all of them main-function-00-group, then delete what nothing uses any more",
        ],
      },
    ],
  },
  {
    sentence: "two kinds of groups: a finding for each kind",
    network: groupPerFunction("main", { functions: 4, subnets: 1 }, { cidrOf: (index) => (index < 2 ? "10.0.0.0/8" : "172.16.0.0/12") }),
    says: [
      { subject: groupNamed("main-function-00-group"), parts: ["main-function-00-group, main-function-01-group."] },
      { subject: groupNamed("main-function-02-group"), parts: ["main-function-02-group, main-function-03-group."] },
    ],
  },
  {
    sentence: "sets of several groups: the smaller one is kept",
    network: {
      ...pair(group("green", "10.0.0.0/8")),
      attachments: [attach("orders", keys, [groupNamed("blue"), groupNamed("green")]), attach("users", keys, [groupNamed("green")])],
    },
    says: [{ subject: groupNamed("green"), parts: ["green, blue + green.", "give all of them green"] }],
  },
  {
    sentence: "ids found by dependency: offered, and the message says on what it rests",
    network: {
      ...pair(group("green", "10.0.0.0/8")),
      attachments: [attach("orders", made(keys), made([groupNamed("blue")])), attach("users", made(keys), made([groupNamed("green")]))],
    },
    says: [{ subject: groupNamed("blue"), parts: ["saves 2 combinations", "ids are unknown until deployed"] }],
  },
  {
    sentence: "subnets cut by an apply: offered for what it surely saves, with the bounds",
    network: groupPerFunction("main", { functions: 12, subnets: 3 }, { subnets: cut }),
    says: [{ subject: groupNamed("main-function-00-group"), parts: ["merging saves between 9 and"] }],
  },
  {
    sentence: "as much as the user asks for: offered",
    network: pair(group("green", "10.0.0.0/8")),
    config: { minSaved: 2 },
    says: [{ subject: groupNamed("blue"), parts: ["saves 2"] }],
  },
];

const content: readonly PolicyCase[] = [
  { sentence: "less saved than the user asks for", network: pair(group("green", "10.0.0.0/8")), config: { minSaved: 3 }, says: [] },
  { sentence: "groups that let out something else", network: pair(group("green", "172.16.0.0/12")), says: [] },
  { sentence: "a group whose rules are unknown", network: pair(group("green", "10.0.0.0/8", { outbound: unknown })), says: [] },
  { sentence: "a group that unknown rules may refer to", network: pair(group("green", "10.0.0.0/8", { references: unknown })), says: [] },
  {
    sentence: "a group that others use too",
    network: pair(group("green", "10.0.0.0/8", { otherUsers: [functionNamed("server")] })),
    says: [],
  },
  {
    sentence: "a group that a database lets in",
    network: pair(group("green", "10.0.0.0/8", { references: { known: true, value: [postgres] } })),
    says: [],
  },
  { sentence: "a group of another VPC", network: pair(group("green", "10.0.0.0/8", { vpc: "vpc-2" })), says: [] },
  {
    sentence: "groups by literal ids, of which the stack shows no rules",
    network: { subnets: privates, securityGroups: [], attachments: [attach("orders", keys, ["sg-1"]), attach("users", keys, ["sg-2"])] },
    says: [],
  },
  {
    sentence: "groups cut by an apply: which they are is unknown",
    network: {
      ...pair(group("green", "10.0.0.0/8")),
      attachments: [
        attach("orders", keys, cut([groupNamed("blue"), groupNamed("green")])),
        attach("users", keys, cut([groupNamed("blue"), groupNamed("green")])),
      ],
    },
    says: [],
  },
  {
    sentence: "subnets cut by an apply, so that nothing is surely saved",
    network: {
      ...pair(group("green", "10.0.0.0/8")),
      attachments: [attach("orders", cut(keys), [groupNamed("blue")]), attach("users", cut(keys), [groupNamed("green")])],
    },
    says: [],
  },
];

describe("reported:", () => {
  test.each(violating)("$sentence", (row) => expectCase(mergeEquivalentSecurityGroups, row));
});

describe("silent, because it may not be without loss or may save nothing:", () => {
  test.each(content)("$sentence", (row) => expectCase(mergeEquivalentSecurityGroups, row));
});
