import { describe, expect, test } from "@jest/globals";
import { AwsError } from "../account/store/aws-error";
import { retryUntilPermitted, retryUntilUnused } from "./retry";

const notYet = new AwsError(
  "InvalidParameterValueException",
  "function one: The provided execution role does not have permissions to call …",
);

/** Work that is refused `times` times, and what came of it. */
async function attempt(times: number, refusal: Error = notYet, retry = retryUntilPermitted) {
  const waits: number[] = [];
  const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const work = () => {
    if (waits.length < times) throw refusal;
    return "made";
  };
  const result = await retry(wait, work).catch((error: unknown) => error);
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

describe("the deletion of a group", () => {
  const used = (by: string): AwsError => new AwsError("DependencyViolation", `resource sg-1 has a dependent object: ${by}`);

  test("is done once the rule of another group is deleted", async () => {
    expect(await attempt(3, used("sg-2"), retryUntilUnused)).toMatchObject({ result: "made", waits: 3 });
  });

  test("is refused in the end if that rule stays, after a second", async () => {
    const refusal = used("sg-2");
    const { result, seconds } = await attempt(Infinity, refusal, retryUntilUnused);
    expect(result).toBe(refusal);
    expect(seconds).toBeLessThan(2);
  });

  test("is refused at once if an interface uses it: the simulation has waited for those of Lambda before", async () => {
    const refusal = used("eni-1");
    expect(await attempt(Infinity, refusal, retryUntilUnused)).toMatchObject({ result: refusal, waits: 0 });
  });
});
