import { byHand } from "@lambda-vpc/policy-kit";
import type { Attachment, Key, Network } from "@lambda-vpc/model";
import type { Finding } from "@lambda-vpc/policy-kit";
import { describe, expect, test } from "@jest/globals";
import { urnOf } from "@lambda-vpc/sources/testing";
import { examineRow } from "./examine-row";
import { deployed, lambda, type Row, stack } from "../index";
import { blue, checking, clean, fewSets, green, main, setsOf, undecided, violating } from "../testing/few-sets";

function violation(network: Network, what: string): Finding {
  return {
    verdict: "violation",
    subject: vpcOf(network),
    what: `too many sets: ${what}`,
    why: "they cost",
    fix: byHand("share one", "only people know"),
    basis: "known",
  };
}

function vpcOf({ subnets }: Network): Key {
  return subnets[0]?.vpc ?? "";
}

function firstOf({ attachments: [first] }: Network): Attachment {
  if (first === undefined) throw new Error("no function is there");
  return first;
}

test.each([clean, violating, undecided])("an honest policy passes: $name", (row) => {
  expect(examineRow(fewSets, row)).toEqual([]);
});

describe("what the preview shows is held against the row", () => {
  const rows: readonly { sentence: string; finds: Row["finds"]; says: RegExp }[] = [
    { sentence: "a finding that is not expected", finds: [], says: /expected nothing, found \n {2}violation about main: too many sets/ },
    {
      sentence: "another verdict",
      finds: [{ verdict: "warning", says: ["too many sets"] }],
      says: /expected \n {2}warning: too many sets\n, found \n {2}violation/,
    },
    { sentence: "another subject", finds: [{ verdict: "violation", about: blue, says: ["too many"] }], says: /about blue.*\n, found/ },
    { sentence: "another text", finds: [{ verdict: "violation", says: ["too many", "seldom"] }], says: /too many … seldom/ },
    { sentence: "another level", finds: [{ verdict: "violation", level: "advisory", says: ["too"] }], says: /at level advisory/ },
    { sentence: "fewer findings", finds: [...violating.finds, ...violating.finds], says: /^At its preview: expected/ },
  ];

  test.each(rows)("$sentence", ({ finds, says }) => {
    expect(examineRow(fewSets, { ...violating, finds })).toEqual([expect.stringMatching(says)]);
  });

  test("and a policy's own fault is never what a row expects", () => {
    const faulty = checking(() => {
      throw new TypeError("x is undefined");
    });
    expect(examineRow(faulty, violating)).toEqual([expect.stringContaining("fault about the stack: Internal error in policy")]);
  });
});

/** Policies that do well at the preview of their row, and what finds them out. */
const faults: readonly { sentence: string; row: Row; check: Parameters<typeof checking>[0]; foundOut: readonly RegExp[] }[] = [
  {
    sentence: "that says what the first function is depends on the order",
    row: violating,
    check: (network) => [violation(network, `${network.attachments[0]?.consumer}`)],
    foundOut: [/^With everything in another order/],
  },
  {
    sentence: "that looks at the first group only depends on the order of a list",
    row: clean,
    check: (network) => (firstOf(network).securityGroups.candidates[0] === urnOf(blue) ? [] : [violation(network, "green")]),
    foundOut: [/another order/, /all ids known/, /aws-native/],
  },
  {
    sentence: "that counts what is unknown finds nothing once it is known",
    row: violating,
    check: (network) => (network.attachments.some(({ subnets }) => subnets.holes === 2) ? [violation(network, "holes")] : []),
    foundOut: [/all ids known.*it finds nothing/, /lists of every function unknown.*it finds nothing/],
  },
  {
    sentence: "that peeks at ids finds something once there are some",
    row: clean,
    check: (network) => (network.attachments.some(({ subnets }) => subnets.known.length > 0) ? [violation(network, "ids")] : []),
    foundOut: [/all ids known/],
  },
  {
    sentence: "that takes an unknown list for an empty one",
    row: violating,
    check: (network) =>
      network.attachments.every(({ securityGroups }) => securityGroups.holes === 1) ? [violation(network, "groups")] : [],
    foundOut: [/all ids known/, /lists of every function unknown/],
  },
  {
    sentence: "that decides too early what is undecided",
    row: { ...violating, stack: stack(deployed(violating.stack.resources)) },
    check: (network) => (firstOf(network).securityGroups.known.length === 1 ? [violation(network, "known")] : []),
    foundOut: [/all ids unknown, as before/],
  },
  {
    sentence: "that reads types of one provider only",
    row: violating,
    check: (network) =>
      firstOf(network).consumer.includes("aws:lambda/function") && setsOf(network) > 1 ? [violation(network, "aws")] : [],
    foundOut: [/^With the resources of aws-native/],
  },
];

const certainOnly = { neverUndecided: "it speaks of certain things only" };

describe("a policy is found out", () => {
  test.each(faults)("$sentence", ({ row, check, foundOut }) => {
    const complaints = examineRow(checking(check), row);
    expect(complaints).toEqual(foundOut.map((pattern) => expect.stringMatching(new RegExp(pattern.source, "s"))));
  });

  test("that is silent of unknown lists, unless it says that it speaks of certain things only", () => {
    const certain = checking((network) => (firstOf(network).securityGroups.holes === "unknown" ? [] : [violation(network, "certain")]));
    expect(examineRow(certain, violating)).toEqual([expect.stringMatching(/^With the lists of every function unknown/)]);
    expect(examineRow(certain, violating, certainOnly)).toEqual([]);
  });

  test("that speaks only of what it knows, unless it says so", () => {
    const certain = checking((network) => (firstOf(network).subnets.holes === 0 ? [violation(network, "certain")] : []));
    expect(examineRow(certain, clean)).toEqual([expect.stringMatching(/^With all ids known/)]);
    expect(examineRow(certain, clean, certainOnly)).toEqual([]);
  });
});

test("what is undecided may be settled by knowing more, and by nothing else", () => {
  const settledBy = (holes: number): ReturnType<typeof checking> =>
    checking((network) => {
      const known = firstOf(network).subnets.holes === holes;
      return known ? [] : [{ verdict: "undecided", subject: vpcOf(network), what: "too many sets", causes: new Map() }];
    });
  const row: Row = {
    ...clean,
    stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [blue, green] })),
    finds: [{ verdict: "undecided", about: main, says: ["too many"] }],
  };
  expect(examineRow(settledBy(0), row)).toEqual([]);
  const unsettled = checking((network) =>
    firstOf(network).subnets.holes === "unknown"
      ? []
      : [{ verdict: "undecided", subject: vpcOf(network), what: "too many", causes: new Map() }],
  );
  expect(examineRow(unsettled, row)).toEqual([expect.stringMatching(/^With the lists of every function unknown/)]);
});

describe("a policy that speaks only of what is still to be made", () => {
  const options = { untilDeployed: "it speaks of ranges, which cannot change later" };
  const whileMaking = checking((network) =>
    network.subnets.some(({ creating }) => creating === true) ? [violation(network, "while its subnets are being made")] : [],
  );
  const row: Row = { ...violating, finds: [{ verdict: "violation", says: ["too many sets"] }] };

  test("is silent once all is deployed", () => {
    expect(examineRow(whileMaking, row, options)).toEqual([]);
    expect(examineRow(whileMaking, row)).not.toEqual([]);
  });

  test("is found out where it goes on", () => {
    const [complaint, ...others] = examineRow(
      checking((network) => [violation(network, "always")]),
      row,
      options,
    );
    expect(complaint).toMatch(/all ids known[^]*instead of nothing/);
    expect(others).toEqual([]);
  });
});
