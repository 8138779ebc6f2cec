import { describe, expect, test } from "@jest/globals";
import { baselineConfiguration } from "./baseline-configuration";
import { exitCodes } from "../command/exit-codes";
import type { PolicyEvent } from "./policy-events";

const terms = { reason: "adopted as it was", expires: "2027-03-31" };

function finding(policy: string, subject: string, message = "12 sets of 12 functions"): PolicyEvent {
  return { policy, subject, message, level: "mandatory" };
}

const rows: readonly {
  readonly sentence: string;
  readonly configuration?: object;
  readonly findings: readonly PolicyEvent[];
  readonly expected: object;
}[] = [
  {
    sentence: "a finding with a number is waived up to that number",
    findings: [finding("a", "urn:1", "12 sets of 12 functions")],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", ...terms, upTo: 12 }] } }, added: 1, renewed: 0 },
  },
  {
    sentence: "a finding with bounds is waived up to the upper one",
    findings: [finding("a", "urn:1", "2 to 8 combinations (likely 4)")],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", ...terms, upTo: 8 }] } } },
  },
  {
    sentence: "a finding without a number is waived as it is",
    findings: [finding("a", "urn:1", "the group orders is not shared")],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", ...terms }] } } },
  },
  {
    sentence: "two findings of one policy about one subject are one waiver, up to the greater number",
    findings: [finding("a", "urn:1", "9 sets"), finding("a", "urn:1", "12 sets")],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", ...terms, upTo: 12 }] } }, added: 1 },
  },
  {
    sentence: "two findings of which one has no number are one waiver without a limit",
    findings: [finding("a", "urn:1", "9 sets"), finding("a", "urn:1", "not shared")],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", ...terms }] } }, added: 1 },
  },
  {
    sentence: "the rest of a configuration stays as it was, key by key",
    configuration: { all: "advisory", waivers: { enforcementLevel: "mandatory", entries: [] }, "eni-budget": { maxPerVpc: 3 } },
    findings: [],
    expected: {
      configuration: { all: "advisory", waivers: { enforcementLevel: "mandatory", entries: [] }, "eni-budget": { maxPerVpc: 3 } },
      added: 0,
    },
  },
  {
    sentence: "a level alone stays the level",
    configuration: { waivers: "mandatory" },
    findings: [finding("a", "urn:1", "not shared")],
    expected: { configuration: { waivers: { enforcementLevel: "mandatory", entries: [{ policy: "a", subject: "urn:1", ...terms }] } } },
  },
  {
    sentence: "waivers that were there stay, whatever they hold",
    configuration: { waivers: { entries: [{ policy: "a", subject: "*::x", reason: "r", expires: "2026-12-31", upTo: 3 }] } },
    findings: [],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "*::x", reason: "r", expires: "2026-12-31", upTo: 3 }] } } },
  },
  {
    sentence: "a waiver that no longer suffices is renewed",
    configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", reason: "r", expires: "2026-01-01", upTo: 3 }] } },
    findings: [finding("a", "urn:1", "5 sets")],
    expected: { configuration: { waivers: { entries: [{ policy: "a", subject: "urn:1", ...terms, upTo: 5 }] } }, added: 0, renewed: 1 },
  },
  {
    sentence: "a waiver of another policy for the same subject is another waiver",
    configuration: { waivers: { entries: [{ policy: "b", subject: "urn:1", reason: "r", expires: "2026-12-31" }] } },
    findings: [finding("a", "urn:1", "5 sets")],
    expected: { added: 1, renewed: 0 },
  },
];

test.each(rows)("$sentence", ({ configuration = {}, findings, expected }) => {
  expect(baselineConfiguration(configuration, findings, terms)).toMatchObject(expected);
});

describe("the order of waivers", () => {
  const findings = [finding("b", "urn:1"), finding("a", "urn:2"), finding("a", "urn:1")];

  test("is by policy, then by subject, whatever the order of the findings", () => {
    const texts = [findings, [...findings].reverse()].map((given) => JSON.stringify(baselineConfiguration({}, given, terms)));
    expect(texts[0]).toBe(texts[1]);
    const { waivers } = baselineConfiguration({}, findings, terms).configuration as { waivers: { entries: PolicyEvent[] } };
    expect(waivers.entries.map(({ policy, subject }) => `${policy} ${subject}`)).toEqual(["a urn:1", "a urn:2", "b urn:1"]);
  });

  test("does not change when the same baseline is made again", () => {
    const once = baselineConfiguration({}, findings, terms);
    expect(baselineConfiguration(once.configuration, findings, terms)).toEqual({ ...once, added: 0, renewed: 3 });
  });
});

const unusable: readonly { readonly sentence: string; readonly configuration: unknown; readonly says: string }[] = [
  { sentence: "a list", configuration: [], says: "not a JSON object" },
  { sentence: "waivers that are a number", configuration: { waivers: 3 }, says: '"waivers" is neither' },
  { sentence: "entries that are no list", configuration: { waivers: { entries: {} } }, says: '"waivers.entries"' },
  { sentence: "a waiver without a subject", configuration: { waivers: { entries: [{ policy: "a" }] } }, says: '"waivers.entries"' },
];

test.each(unusable)("nothing is added to $sentence", ({ configuration, says }) => {
  expect(() => baselineConfiguration(configuration, [], terms)).toThrow(
    expect.objectContaining({ exitCode: exitCodes.unreadable, message: expect.stringContaining(says) }),
  );
});
