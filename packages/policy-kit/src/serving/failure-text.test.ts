import { describe, expect, test } from "@jest/globals";
import { failureText } from "./failure-text";

describe("what the SDK throws outside of every policy is printed with the fix:", () => {
  test.each([
    { message: "Invalid asset encountered when unmarshaling resource property", why: "asset without content", fix: 'StringAsset("\\n")' },
    { message: "Invalid archive encountered when unmarshaling resource property", why: "archive without files", fix: "each archive" },
  ])("$message", ({ message, why, fix }) => {
    const [first, second, third, ...more] = failureText("team", new Error(message)).split("\n");
    expect(first).toBe(`The policy pack team stopped: ${message}`);
    expect(second?.startsWith("why: ")).toBe(true);
    expect(second).toContain(why);
    expect(third?.startsWith("fix: ")).toBe(true);
    expect(third).toContain(fix);
    expect(more).toEqual([]);
  });
});

describe("of any other exception the place is printed, and not the message, which may carry a secret:", () => {
  const general =
    "why: An exception outside of every policy leaves the engine without an answer.\nfix: Report this bug with the line above.";

  test("an error", () => {
    const failure = new TypeError("secret");
    failure.stack = "TypeError: secret\n    at read (/pack.js:1:2)\n    at main (/pack.js:3:4)";
    expect(failureText("team", failure)).toBe(`The policy pack team stopped: TypeError at read (/pack.js:1:2)\n${general}`);
  });

  test("an error whose message only holds a text of the SDK", () => {
    const failure = new Error("secret: Invalid asset encountered, Invalid archive encountered");
    expect(failureText("team", failure)).toMatch(/^The policy pack team stopped: Error at .*failure-text\.test\.ts/);
  });

  test.each([{ stack: undefined }, { stack: "Error: secret" }])("an error with the stack $stack", ({ stack }) => {
    const failure = Object.defineProperty(new Error("secret"), "stack", { value: stack });
    expect(failureText("team", failure)).toBe(`The policy pack team stopped: Error at an unknown place\n${general}`);
  });

  test("a text", () => {
    expect(failureText("team", "secret")).toBe(`The policy pack team stopped: string thrown at an unknown place\n${general}`);
  });
});
