import { describe, expect, test } from "@jest/globals";
import { uncertainties, type Uncertainty } from "@lambda-vpc/model";
import { parseReport } from "./report-text";
import type { Cause } from "./cause";
import type { Undecided } from "./finding";
import type { PolicyFindings } from "./policy-findings";
import { sharedLines, type UndecidedLine, undecidedLines } from "./undecided";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::aws:${type}::${name}`;
const lambda = (name: string): string => urn("lambda/function:Function", name);
const subnet = (name: string): string => urn("ec2/subnet:Subnet", name);

function finding(what: string, causes: Partial<Record<Uncertainty, readonly string[]>>, expected?: true): Undecided {
  const entries = Object.entries(causes) as [Uncertainty, readonly string[]][];
  return { verdict: "undecided", subject: what, what, causes: new Map(entries), ...(expected === undefined ? {} : { expected }) };
}

/** The facts and the reason of each line. */
function parts(lines: readonly UndecidedLine[]): unknown {
  return lines.map(({ message }) => {
    const text = parseReport(message);
    return text.kind === "undecided" ? [text.findings, text.resolution?.why] : text;
  });
}

const { why } = uncertainties["list-unknown"];
const unknownOf = (...names: readonly string[]): Undecided[] => names.map((name) => finding(name, { "list-unknown": [lambda(name)] }));

describe("findings of one cause", () => {
  test.each<{ sentence: string; names: readonly string[]; shown: readonly string[] }>([
    { sentence: "one is shown", names: ["a"], shown: ["a"] },
    { sentence: "three are shown", names: ["a", "b", "c"], shown: ["a", "b", "c"] },
    { sentence: "of four, three are shown and one is counted", names: ["a", "b", "c", "d"], shown: ["a", "b", "c", "1 more like these"] },
  ])("$sentence", ({ names, shown }) => expect(parts(undecidedLines(unknownOf(...names)))).toMatchObject([[shown, expect.any(String)]]));

  test.each<{ sentence: string; consumers: readonly string[]; concerned: string }>([
    { sentence: "functions are called so", consumers: [lambda("a"), lambda("b")], concerned: "2 functions (a, b)" },
    { sentence: "one subnet is a resource", consumers: [subnet("a")], concerned: "1 resource (a)" },
    { sentence: "functions and subnets are resources", consumers: [lambda("a"), subnet("b")], concerned: "2 resources (b, a)" },
    {
      sentence: "ids are functions, because only functions are named by id",
      consumers: ["orders-arn"],
      concerned: "1 function (orders-arn)",
    },
    { sentence: "a function whose name contains colons is one", consumers: [lambda("a::b")], concerned: "1 function (a::b)" },
    {
      sentence: "something inside a component of functions is a resource",
      consumers: [urn("my:index:Function$aws:ec2/subnet:Subnet", "a")],
      concerned: "1 resource (a)",
    },
  ])("$sentence", ({ consumers, concerned }) => {
    expect(parts(undecidedLines([finding("what", { "list-unknown": consumers })]))).toEqual([[["what"], `for ${concerned}, ${why}`]]);
  });
});

test("findings of several causes stand below each of them, and those without a cause below none", () => {
  const both = finding("both", { "list-unknown": [lambda("a")], "vpc-unknown": [lambda("a")] });
  const one = finding("one", { "vpc-unknown": [lambda("b")] });
  expect(parts(undecidedLines([both, finding("none", {}), one]))).toEqual([
    [["both"], `for 1 function (a), ${why}`],
    [["both", "one"], `for 2 functions (a, b), ${uncertainties["vpc-unknown"].why}`],
    [["none"], undefined],
  ]);
});

describe("expected findings of a cause with a topic", () => {
  const expected = [finding("a", { "one-of-lists": [lambda("a")] }, true), finding("b", { "one-of-lists": [lambda("b")] }, true)];

  test("are one line about its subjects", () => {
    expect(parts(undecidedLines(expected))).toEqual([[["the subnets of 2 functions (a, b)"], uncertainties["one-of-lists"].why]]);
  });

  test("stand apart from others of the same cause", () => {
    const other = finding("c", { "one-of-lists": [lambda("c")] });
    expect(parts(undecidedLines([...expected, other]))).toMatchObject([
      [["c"], expect.any(String)],
      [["the subnets of 2 functions (a, b)"], expect.any(String)],
    ]);
  });

  test("of a cause without a topic are printed one by one", () => {
    expect(parts(undecidedLines([finding("a", { "list-unknown": [lambda("a")] }, true)]))).toEqual([[["a"], `for 1 function (a), ${why}`]]);
  });
});

describe("what several policies cannot decide for one cause", () => {
  const assessed = (
    policy: string,
    undecided: readonly Undecided[],
    onUndecided: PolicyFindings["onUndecided"] = "advisory",
  ): PolicyFindings => ({
    policy,
    ...{ severity: "low", violations: [], undecided, onUndecided },
  });
  const expected = (name: string): Undecided => finding(name, { "one-of-lists": [lambda(name)] }, true);

  test.each<{ sentence: string; all: readonly PolicyFindings[]; lines: readonly (readonly unknown[])[] }>([
    {
      sentence: "is one line of the first policy, which counts the findings and names the other policies",
      all: [assessed("first", unknownOf("a", "b")), assessed("second", unknownOf("b", "c"))],
      lines: [["first", "advisory", ["a, and 3 more (also second)"], `for 3 functions (a, b, c), ${why}`]],
    },
    {
      sentence: "is a line of the policy at the level mandatory, if there is one",
      all: [assessed("first", unknownOf("a")), assessed("second", unknownOf("b"), "mandatory")],
      lines: [["second", "mandatory", ["b, and 1 more (also first)"], `for 2 functions (a, b), ${why}`]],
    },
    {
      sentence: "is a line about its topic, if no finding states more",
      all: [assessed("first", [expected("a")]), assessed("second", [expected("b")])],
      lines: [["first", "advisory", ["the subnets of 2 functions (a, b)"], uncertainties["one-of-lists"].why]],
    },
    {
      sentence: "is a line about the finding that states more than the topic",
      all: [assessed("first", [expected("a")]), assessed("second", [finding("b", { "one-of-lists": [lambda("b")] })])],
      lines: [["first", "advisory", ["b, and 1 more (also second)"], `for 2 functions (a, b), ${uncertainties["one-of-lists"].why}`]],
    },
    {
      sentence: "is counted over many policies",
      all: ["first", "second", "third", "fourth", "fifth"].map((policy) => assessed(policy, unknownOf("a"))),
      lines: [["first", "advisory", ["a, and 4 more (also second, third and 2 more policies)"], `for 1 function (a), ${why}`]],
    },
    {
      sentence: "without a cause stays with its policy",
      all: [assessed("first", [finding("a", {})]), assessed("second", [finding("b", {})])],
      lines: [
        ["first", "advisory", ["a"], undefined],
        ["second", "advisory", ["b"], undefined],
      ],
    },
    { sentence: "is silent where everything is decided", all: [assessed("first", [])], lines: [] },
  ])("$sentence", ({ all, lines }) => {
    const found = sharedLines(all).map(({ policy, level, message }) => {
      const text = parseReport(message);
      return text.kind === "undecided" ? [policy, level, text.findings, text.resolution?.why] : text;
    });
    expect(found).toEqual(lines);
  });
});

describe("causes that a policy states itself", () => {
  const team = { id: "team-unknown", why: "the tag team is unknown", fix: "Set the tag team to a plain value." };
  const own = (name: string, cause = team): Undecided => ({
    verdict: "undecided",
    subject: name,
    what: name,
    causes: new Map([[cause, [lambda(name)]]]),
  });

  test("are one line for each, with their own reason and fix, also if each finding has its own object", () => {
    const lines = undecidedLines([own("a"), own("b", { ...team })]);
    expect(lines.map(({ message }) => message)).toEqual([
      "undecided: a\n           b\nwhy: for 2 functions (a, b), the tag team is unknown\nfix: Set the tag team to a plain value.",
    ]);
  });

  test("are apart from an uncertainty whose name they have, and from a cause with another text", () => {
    const named = own("a", { ...team, id: "list-unknown" });
    const other = own("c", { ...team, why: "the tag is unknown" });
    expect(parts(undecidedLines([named, own("d"), other, finding("b", { "list-unknown": [lambda("b")] })]))).toEqual([
      [["b"], `for 1 function (b), ${why}`],
      [["a"], "for 1 function (a), the tag team is unknown"],
      [["c"], "for 1 function (c), the tag is unknown"],
      [["d"], "for 1 function (d), the tag team is unknown"],
    ]);
  });

  test("stand next to uncertainties of the same finding", () => {
    const causes = new Map<Cause, readonly string[]>([[team, [lambda("a")]]]).set("list-unknown", [lambda("a")]);
    expect(parts(undecidedLines([{ ...own("a"), causes }]))).toEqual([
      [["a"], `for 1 function (a), ${why}`],
      [["a"], "for 1 function (a), the tag team is unknown"],
    ]);
  });

  test("have no topic: what an expected finding states is reported", () => {
    expect(parts(undecidedLines([{ ...own("a"), expected: true }]))).toEqual([[["a"], "for 1 function (a), the tag team is unknown"]]);
  });
});
