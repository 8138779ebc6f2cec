import { describe, expect, test } from "@jest/globals";
import { AwsError } from "../account/store/aws-error";
import { retryUntilPermitted } from "./retry";

const notYet = new AwsError(
  "InvalidParameterValueException",
  "function one: The provided execution role does not have permissions to call …",
);

/** Work that is refused `times` times, and what came of it. */
async function attempt(times: number, refusal: Error = notYet) {
  const waits: number[] = [];
  const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const work = () => {
    if (waits.length < times) throw refusal;
    return "made";
  };
  const result = await retryUntilPermitted(wait, work).catch((error: unknown) => error);
  return { result, waits: waits.length, seconds: waits.reduce((sum, one) => sum + one, 0) / 1_000 };
}

describe("an operation", () => {
  test("that is not refused waits for nothing", async () => {
    expect(await attempt(0)).toMatchObject({ result: "made", waits: 0 });
  });

  test("that is refused for want of permissions is done once they are there", async () => {
    expect(await attempt(3)).toMatchObject({ result: "made", waits: 3 });
  });

  test("that lacks them for good is refused in the end, after some seconds", async () => {
    const { result, seconds } = await attempt(Infinity);
    expect(result).toBe(notYet);
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(10);
  });

  test.each([new AwsError("InvalidSubnetID.NotFound", "The subnet ID 'subnet-0' does not exist"), new Error("a fault of ours")])(
    "that is refused for something else is refused at once: %s",
    async (refusal) => {
      expect(await attempt(Infinity, refusal)).toMatchObject({ result: refusal, waits: 0 });
    },
  );
});
