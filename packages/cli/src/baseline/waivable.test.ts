import { describe, expect, test } from "@jest/globals";
import { Analysis, definePolicy, packArguments, packSettings, reportPolicy, type WaiverRecord, withRecords } from "@lambda-vpc/policy-kit";
import { exitCodes } from "../command/exit-codes";
import { waivableFindings } from "./waivable";

const record: WaiverRecord = { policy: "eni-budget", subject: "urn:1", stacks: ["shop/dev"], verdict: "violation", found: 36 };
const message = withRecords("36 combinations for 12 functions", { records: [record, { ...record, subject: "urn:2" }] });
const finding = { policy: "eni-budget", message, level: "mandatory" } as const;
const policy = definePolicy({ id: "eni-budget", title: "T.", severity: "low", level: "advisory", config: {}, check: () => [] });

/** What the kit prints of a wrong key. */
function aboutConfiguration(): string | undefined {
  const list = { known: ["x"], holes: 0, candidates: [] };
  const network = { subnets: [], securityGroups: [], attachments: [{ consumer: "orders", subnets: list, securityGroups: list }] };
  return reportPolicy(policy, new Analysis(network), { wrong: 1 })[0]?.message;
}

/** What the kit prints of a fault: here the clock has one. */
function aboutFault(): string | undefined {
  const broken = packArguments({ name: "pack", description: "A pack.", policies: [] }, () => {
    throw new Error("no clock");
  });
  const messages: string[] = [];
  const waivers = broken.policies.at(-1) as unknown as {
    validateStack: (stack: object, report: (told: { message: string }) => void) => void;
  };
  waivers.validateStack({ resources: [], getConfig: () => ({}) }, ({ message }) => messages.push(message));
  return messages[0];
}

describe("what may be waived", () => {
  test("is every finding, but not what a setting of the pack says of itself", () => {
    const settings = packSettings.map(({ id }) => ({ ...finding, policy: id, message: "is not needed any more" }));
    expect(waivableFindings([...settings, finding])).toEqual([
      { record, level: "mandatory" },
      { record: { ...record, subject: "urn:2" }, level: "mandatory" },
    ]);
  });

  test.each([
    { sentence: "a wrong configuration", message: aboutConfiguration(), exitCode: exitCodes.misconfigured },
    { sentence: "a fault of a policy", message: aboutFault(), exitCode: exitCodes.fault },
  ])("is nothing where $sentence kept a policy from checking", ({ message = "nothing was said", exitCode }) => {
    expect(() => waivableFindings([finding, { ...finding, message }])).toThrow(
      expect.objectContaining({ exitCode, message: expect.stringContaining("eni-budget checked nothing") }),
    );
  });

  test.each([
    { sentence: "for people", given: "12 roles alike: audit, cart, mails and 9 more. The first:\n1 policy\nwhy: w\nfix: f" },
    { sentence: "with a pack of an earlier version", given: "36 combinations for 12 functions\nwhy: w\nfix: f" },
  ])("is nothing in a preview $sentence, whose messages do not state what waivers record", ({ given }) => {
    expect(() => waivableFindings([finding, { ...finding, message: given }])).toThrow(
      expect.objectContaining({
        exitCode: exitCodes.unreadable,
        message: expect.stringContaining("PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1"),
      }),
    );
  });
});
