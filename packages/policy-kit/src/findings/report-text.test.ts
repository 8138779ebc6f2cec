import { expect, test } from "@jest/globals";
import { displayName, printable } from "@lambda-vpc/model";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { formatReport, INTERNAL_ERROR, parseReport, type ReportText } from "./report-text";

const line = fc
  .stringMatching(/^[^\n\r\u2028\u2029]{1,40}$/)
  .map(printable)
  .filter((text) => !/^(undecided: |why: |fix: |Estimated from |Configuration of |Internal error|\s)/.test(text));
const id = fc.stringMatching(/^[a-z]+(-[a-z]+){0,2}$/);

const texts: fc.Arbitrary<ReportText> = fc.oneof(
  fc.record(
    { kind: fc.constant("violation" as const), what: line, why: line, fix: line, estimated: fc.boolean() },
    { requiredKeys: ["kind", "what", "fix", "estimated"] },
  ),
  fc.record(
    {
      kind: fc.constant("alike" as const),
      heading: fc.integer({ min: 2, max: 2000 }).map((n) => `${n} security groups (audit, cart, mails and 9 more)`),
      ...{ what: line, why: line, fix: line, estimated: fc.boolean() },
    },
    { requiredKeys: ["kind", "heading", "what", "fix", "estimated"] },
  ),
  fc.record(
    {
      kind: fc.constant("undecided" as const),
      findings: fc.array(line, { minLength: 1, maxLength: 4 }),
      resolution: fc.record({ why: line, fix: line }),
    },
    { requiredKeys: ["kind", "findings"] },
  ),
  fc.record({ kind: fc.constant("misconfigured" as const), policy: id, problem: line }),
  fc.record({ kind: fc.constant("internal-error" as const), policy: id, place: line }),
  fc.record({ kind: fc.constant("statement" as const), text: line }),
);

test("a report that is formatted and parsed is the same, whatever line breaks follow it", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("", "\n", "\n\n"), (text, end) => expect(parseReport(formatReport(text) + end)).toEqual(text)),
    { numRuns: 1000 },
  );
});

test("any text at all is parsed, and says again what it said", () => {
  const anyText = fc.string({ unit: "binary" });
  const cut = fc.tuple(texts, fc.nat(60), anyText).map(([text, length, rest]) => formatReport(text).slice(0, length) + rest);
  checkLaw(
    { "a statement": 20, "something else": 10 },
    [fc.oneof(anyText, cut, cut)],
    (text, met) => {
      const parsed = parseReport(text);
      const statement = parsed.kind === "statement" ? parsed.text : undefined;
      if (met("a statement", statement)) expect(statement).toBe(text.replace(/\n+$/, ""));
      const again = parseReport(formatReport(parsed));
      if (met("something else", statement === undefined)) expect(parseReport(formatReport(again))).toEqual(again);
    },
    { numRuns: 500 },
  );
});

test.each<{ text: ReportText; message: string }>([
  {
    text: { kind: "violation", what: "36 things", why: "they cost", fix: "have fewer", estimated: true },
    message: "Estimated from dependencies: 36 things\nwhy: they cost\nfix: have fewer",
  },
  {
    text: { kind: "violation", what: "36 things", fix: "have fewer", estimated: false },
    message: "36 things\nfix: have fewer",
  },
  {
    text: { kind: "alike", heading: "2 roles (audit, cart)", what: "1 policy", why: "it costs", fix: "have none", estimated: true },
    message: "Estimated from dependencies: 2 roles (audit, cart). First: 1 policy\nwhy: it costs\nfix: have none",
  },
  {
    text: { kind: "undecided", findings: ["a", "b"], resolution: { why: "unknown", fix: "name it" } },
    message: "undecided: a\n           b\nwhy: unknown\nfix: name it",
  },
  { text: { kind: "misconfigured", policy: "few-things", problem: '"max" is 0' }, message: 'Configuration of few-things: "max" is 0' },
  {
    text: { kind: "internal-error", policy: "few-things", place: "TypeError at check.js:1" },
    message: `${INTERNAL_ERROR}few-things. It checked nothing. Your program is not the cause. Report this: TypeError at check.js:1`,
  },
])("$text.kind is printed as users know it", ({ text, message }) => expect(formatReport(text)).toBe(message));

test("a name that resources of two types share is printed with its type, in whatever part it stands", () => {
  const named = (type: string): string => displayName(`urn:pulumi:dev::shop::${type}::orders`);
  const [role, attachment] = [named("aws:iam/role:Role"), named("aws:iam/rolePolicyAttachment:RolePolicyAttachment")];
  const message = formatReport({
    kind: "violation",
    what: `with role ${role}`,
    why: "they race",
    fix: `Await ${attachment}`,
    estimated: false,
  });
  expect(message).toBe("with role orders\nwhy: they race\nfix: Await RolePolicyAttachment orders");
});

test("whatever the parts hold, each is one line that a terminal shows and does not obey", () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      "\n",
      "\u001b",
      "\0",
      "\u0085",
      "\u202e",
      "::error::",
      "[mandatory] ",
      "a",
      displayName("urn:x::y::z::\n[mandatory] "),
    ),
  });
  checkLaw({ "a part with a line break": 40 }, [hostile, hostile, hostile], (what, why, fix, met) => {
    met("a part with a line break", `${what}${why}${fix}`.includes("\n"));
    const message = formatReport({ kind: "violation", what, why, fix, estimated: false });
    expect(message.split("\n")).toEqual([expect.anything(), expect.stringMatching(/^why: /), expect.stringMatching(/^fix: /)]);
    for (const line of message.split("\n")) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^\s*(?:::|\[)/u);
  });
});
