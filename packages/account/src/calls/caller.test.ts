import { expect, test } from "@jest/globals";
import { Caller } from "./caller";
import { callFailure } from "./call-failure";

/** Pages of which one fails, as those of a client do. */
async function* pages(...contents: readonly (readonly number[] | Error)[]): AsyncGenerator<readonly number[]> {
  for (const content of contents) {
    await Promise.resolve();
    if (content instanceof Error) throw content;
    yield content;
  }
}

const purpose = { part: "interfaces", call: "ec2:DescribeNetworkInterfaces" } as const;

test("a list that fails half way keeps the pages before, and has a gap", async () => {
  const caller = new Caller();
  const items = await caller.list(purpose, pages([1, 2], new Error("socket hang up"), [3]), (page) => page);
  expect(items).toEqual([1, 2]);
  expect(caller.gaps).toEqual([{ ...purpose, reason: "cut", message: "socket hang up" }]);
});

test("a whole list has no gap", async () => {
  const caller = new Caller();
  expect(await caller.list(purpose, pages([1], [], [2]), (page) => page)).toEqual([1, 2]);
  expect(caller.gaps).toEqual([]);
});

const answered = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error(`${name}:\n  refused`), { name, $metadata: { httpStatusCode } });

test.each([
  ["expired", answered("ExpiredTokenException", 403)],
  ["expired", answered("RequestExpired", 400)],
  ["throttled", answered("ThrottlingException", 400)],
  ["throttled", answered("TooManyRequestsException", 429)],
  ["throttled", answered("RequestLimitExceeded", 503)],
  ["denied", answered("UnauthorizedOperation", 403)],
  ["denied", answered("AccessDeniedException", 403)],
  ["refused", answered("InvalidParameterValueException", 400)],
  ["cut", Object.assign(new Error("aborted"), { name: "Error", $metadata: {} })],
  ["cut", Object.assign(new SyntaxError("Unexpected end of JSON input"), { $metadata: { httpStatusCode: 200 } })],
  ["cut", new Error("read ECONNRESET")],
] as const)("%s: %s", (reason, error) => {
  expect(callFailure(error).reason).toBe(reason);
  expect(callFailure(error).message).not.toMatch(/\n/);
});
