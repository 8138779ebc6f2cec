import { describe, expect, test } from "@jest/globals";
import type { WaiverRecord } from "@lambda-vpc/policy-kit";
import { baselineConfiguration } from "./baseline-configuration";
import { exitCodes } from "../command/exit-codes";

const terms = { reason: "adopted as it was", expires: "2027-03-31" };

function recorded(policy: string, subject: WaiverRecord["subject"], change: Partial<WaiverRecord> = {}): WaiverRecord {
  return { policy, ...(subject === undefined ? {} : { subject }), stacks: ["shop/dev"], verdict: "violation", ...change };
}

const waiverOf = (record: WaiverRecord) => ({ ...record, ...terms });
const old = { policy: "a", subject: "urn:1", reason: "r", expires: "2026-01-01", upTo: 3 };

const rows: readonly {
  readonly sentence: string;
  readonly configuration?: object;
  readonly records: readonly WaiverRecord[];
  readonly entries: readonly object[];
  readonly renewed: number;
}[] = [
  {
    sentence: "a finding gets a waiver with what is recorded of it",
    records: [recorded("a", "urn:1", { found: 12, limit: 5 })],
    entries: [{ ...recorded("a", "urn:1", { found: 12, limit: 5 }), ...terms }],
    renewed: 0,
  },
  {
    sentence: "a finding that is reported twice gets one waiver",
    records: [recorded("a", "urn:1"), recorded("a", "urn:1")],
    entries: [waiverOf(recorded("a", "urn:1"))],
    renewed: 0,
  },
  {
    sentence: "a warning and an undecided finding about one thing are two waivers",
    records: [recorded("a", "urn:1", { verdict: "warning" }), recorded("a", "urn:1", { verdict: "undecided", causes: [] })],
    entries: [recorded("a", "urn:1", { verdict: "undecided", causes: [] }), recorded("a", "urn:1", { verdict: "warning" })].map(waiverOf),
    renewed: 0,
  },
  {
    sentence: "a waiver that was exceeded is renewed",
    configuration: { waivers: { entries: [{ ...recorded("a", "urn:1", { found: 3 }), ...terms }] } },
    records: [recorded("a", "urn:1", { found: 5 })],
    entries: [waiverOf(recorded("a", "urn:1", { found: 5 }))],
    renewed: 1,
  },
  {
    sentence: "a waiver of an earlier version for the same subject is renewed",
    configuration: { waivers: { entries: [old] } },
    records: [recorded("a", "urn:1", { found: 5 })],
    entries: [waiverOf(recorded("a", "urn:1", { found: 5 }))],
    renewed: 1,
  },
  {
    sentence: "a waiver for a part of the same things is renewed",
    configuration: { waivers: { entries: [waiverOf(recorded("a", ["urn:1", "urn:2"]))] } },
    records: [recorded("a", ["urn:1", "urn:2", "urn:3"])],
    entries: [waiverOf(recorded("a", ["urn:1", "urn:2", "urn:3"]))],
    renewed: 1,
  },
  {
    sentence: "a waiver of another stack stays",
    configuration: { waivers: { entries: [waiverOf(recorded("a", "vpc-1", { stacks: ["shop/prod"], found: 9 }))] } },
    records: [recorded("a", "vpc-1", { found: 5 })],
    entries: [recorded("a", "vpc-1", { found: 5 }), recorded("a", "vpc-1", { stacks: ["shop/prod"], found: 9 })].map(waiverOf),
    renewed: 0,
  },
  {
    sentence: "a waiver of another kind, of another policy, of another verdict, and a pattern stay",
    configuration: {
      waivers: {
        entries: [
          waiverOf(recorded("a", "urn:1", { kind: "k" })),
          waiverOf(recorded("a", "urn:1", { verdict: "warning" })),
          { policy: "a", pattern: "*", ...terms },
          waiverOf(recorded("b", "urn:1")),
        ],
      },
    },
    records: [recorded("a", "urn:1", { verdict: "undecided", kind: "j" })],
    entries: [
      { policy: "a", pattern: "*", ...terms },
      waiverOf(recorded("a", "urn:1", { verdict: "undecided", kind: "j" })),
      waiverOf(recorded("a", "urn:1", { kind: "k" })),
      waiverOf(recorded("a", "urn:1", { verdict: "warning" })),
      waiverOf(recorded("b", "urn:1")),
    ],
    renewed: 0,
  },
];

test.each(rows)("$sentence", ({ configuration = {}, records, entries, renewed }) => {
  const made = baselineConfiguration(configuration, records, terms);
  const { waivers } = made.configuration as { waivers: { entries: object[] } };
  expect(waivers.entries).toHaveLength(entries.length);
  expect(waivers.entries).toEqual(expect.arrayContaining([...entries]));
  expect(made.renewed).toBe(renewed);
});

describe("the rest of a configuration", () => {
  test("stays as it was, key by key", () => {
    const configuration = {
      all: "advisory",
      waivers: { enforcementLevel: "mandatory", entries: [old] },
      "eni-budget": { maxPerVpc: 3 },
    };
    expect(baselineConfiguration(configuration, [], terms)).toEqual({ configuration, added: 0, renewed: 0 });
  });

  test("keeps the level of the waivers if it has only that", () => {
    const { waivers } = baselineConfiguration({ waivers: "mandatory" }, [recorded("a", "urn:1")], terms).configuration;
    expect(waivers).toEqual({ enforcementLevel: "mandatory", entries: [waiverOf(recorded("a", "urn:1"))] });
  });
});

describe("the order of waivers", () => {
  const records = [recorded("b", "urn:1"), recorded("a", "urn:2"), recorded("a", "urn:1")];

  test("is by policy, then by subject, whatever the order of the findings", () => {
    const texts = [records, [...records].reverse()].map((given) => JSON.stringify(baselineConfiguration({}, given, terms)));
    expect(texts[0]).toBe(texts[1]);
    const { waivers } = baselineConfiguration({}, records, terms).configuration as { waivers: { entries: WaiverRecord[] } };
    expect(waivers.entries.map(({ policy, subject }) => `${policy} ${String(subject)}`)).toEqual(["a urn:1", "a urn:2", "b urn:1"]);
  });

  test("does not change when the same baseline is made again", () => {
    const once = baselineConfiguration({}, records, terms);
    expect(baselineConfiguration(once.configuration, records, terms)).toEqual({ ...once, added: 0, renewed: 3 });
  });
});

const unusable: readonly { readonly sentence: string; readonly configuration: unknown; readonly says: string }[] = [
  { sentence: "a list", configuration: [], says: "not a JSON object" },
  { sentence: "null", configuration: null, says: "not a JSON object" },
  { sentence: "waivers that are a number", configuration: { waivers: 3 }, says: '"waivers" is neither' },
  { sentence: "entries that are no list", configuration: { waivers: { entries: {} } }, says: '"waivers.entries"' },
  { sentence: "a waiver without a subject", configuration: { waivers: { entries: [{ policy: "a" }] } }, says: '"waivers.entries"' },
  {
    sentence: "a waiver with a number among its subjects",
    configuration: { waivers: { entries: [{ policy: "a", subject: [1] }] } },
    says: '"waivers.entries"',
  },
  {
    sentence: "a waiver whose stacks are a text",
    configuration: { waivers: { entries: [{ policy: "a", subject: "b", stacks: "c" }] } },
    says: '"waivers.entries"',
  },
];

test.each(unusable)("nothing is added to $sentence", ({ configuration, says }) => {
  expect(() => baselineConfiguration(configuration, [], terms)).toThrow(
    expect.objectContaining({ exitCode: exitCodes.unreadable, message: expect.stringContaining(says) }),
  );
});
