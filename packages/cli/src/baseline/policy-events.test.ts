import { describe, expect, test } from "@jest/globals";
import { exitCodes } from "../command/exit-codes";
import { readPolicyEvents } from "./policy-events";
import { eventStream, functionNamed, lines, policyEvent, summaries } from "../testing/event-stream";

describe("of a preview's events", () => {
  test("each finding is read with its policy, message and level", () => {
    const stream = eventStream({ policy: "eni-budget", about: "users", message: "9 combinations", level: "advisory" });
    const record = { policy: "eni-budget", subject: functionNamed("users"), stacks: ["shop/dev"], verdict: "violation", found: 12 };
    const message = `9 combinations\nwhy: …\nwaivers: ${JSON.stringify([record])}`;
    expect(readPolicyEvents(stream)).toEqual([{ policy: "eni-budget", message, level: "advisory" }]);
  });

  test("what packs of others say is left to them", () => {
    expect(readPolicyEvents(eventStream({ pack: "awsguard", policy: "lambda-concurrency" }))).toEqual([]);
  });

  test("empty lines count for nothing", () => {
    expect(readPolicyEvents(`\n${eventStream({})}\n`)).toHaveLength(1);
  });
});

/** An event about a finding with another value in one place. */
function changed(part: object): object {
  const { policyEvent: whole } = policyEvent({}) as { readonly policyEvent: object };
  return { policyEvent: { ...whole, ...part } };
}

const refused: readonly { readonly sentence: string; readonly stream: string; readonly says: RegExp }[] = [
  { sentence: "the plain JSON of a preview", stream: '{\n  "steps": []\n}\n', says: /^Line 1 .*PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1/ },
  { sentence: "a stream with a line of npm's in it", stream: `${eventStream({})}> npm\n`, says: /^Line 6 / },
  { sentence: "a line that is JSON but no object", stream: "null\n", says: /^Line 1 / },
  {
    sentence: "an event without a text",
    stream: lines({ policyEvent: { policyName: "eni-budget", policyPackName: "a", enforcementLevel: "mandatory" } }),
    says: /^Line 1 /,
  },
  { sentence: "an event about a number", stream: lines(changed({ resourceUrn: 1 })), says: /^Line 1 / },
  { sentence: "an event of no policy", stream: lines(changed({ policyName: null })), says: /^Line 1 / },
  { sentence: "an event of no pack", stream: lines({}, changed({ policyPackName: undefined })), says: /^Line 2 / },
  { sentence: "an event that is a list", stream: lines({ policyEvent: [] }), says: /^Line 1 / },
  { sentence: "a summary of no pack", stream: lines({ policyAnalyzeSummaryEvent: {} }), says: /^Line 1 / },
  {
    sentence: "a summary whose policies are no list",
    stream: lines({ policyAnalyzeSummaryEvent: { policyPackName: "a", passed: 3 } }),
    says: /^Line 1 /,
  },
  { sentence: "a summary of the stack that is a text", stream: lines({ policyAnalyzeStackSummaryEvent: "a" }), says: /^Line 1 / },
  { sentence: "nothing", stream: "", says: /no pack .*PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1/ },
  {
    sentence: "a preview that failed before the stack was decided upon",
    stream: lines(...summaries("a", ["waivers"]).slice(0, 1), policyEvent({})),
    says: /no pack/,
  },
  { sentence: "a preview under a pack that takes no waivers", stream: lines(...summaries("awsguard", ["x"])), says: /no pack/ },
  {
    sentence: "a preview under two packs that take waivers",
    stream: lines(...summaries("b", ["waivers"]), ...summaries("a", ["waivers"])),
    says: /\(a, b\).*one at a time/,
  },
];

test.each(refused)("refused with the fix: $sentence", ({ stream, says }) => {
  expect(() => readPolicyEvents(stream)).toThrow(
    expect.objectContaining({ exitCode: exitCodes.unreadable, message: expect.stringMatching(says) }),
  );
});
