import { describe, expect, test } from "@jest/globals";
import { exitCodes } from "./exit-codes";
import { waivableFindings } from "./waivable";

const finding = { policy: "eni-budget", subject: "urn:1", message: "36 combinations for 12 functions", level: "mandatory" } as const;

describe("what may be waived", () => {
  test("is every finding, but not what the waivers' own policy says", () => {
    const stale = { ...finding, policy: "waivers", message: "the waiver of eni-budget for urn:2 (reason) is not needed any more" };
    expect(waivableFindings([stale, finding])).toEqual([finding]);
  });

  test.each([
    { sentence: "a wrong configuration", message: 'configuration of eni-budget: "x" is no key here.', exitCode: exitCodes.misconfigured },
    { sentence: "a fault of a policy", message: "This is a bug of the policy eni-budget, not of your program", exitCode: exitCodes.fault },
  ])("is nothing where $sentence kept a policy from checking", ({ message, exitCode }) => {
    expect(() => waivableFindings([finding, { ...finding, message }])).toThrow(
      expect.objectContaining({ exitCode, message: expect.stringContaining("eni-budget checked nothing") }),
    );
  });
});
