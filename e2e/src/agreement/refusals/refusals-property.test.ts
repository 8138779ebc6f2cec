import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { arbitraryFunction } from "./arbitrary-function";
import { judge, type Judgement } from "./judgement";
import type { FunctionDescription } from "./refusals-program";

/*
 * Random functions, judged by the policies before deployment and by simulated AWS in it: the two share no code. Each function that AWS refuses
 * for its network is refused at the first preview, and no other is. A few by default;
 * `FUNCTIONS=300 FUNCTIONS_SEED=7 npm run e2e -- refusals-property` tries others.
 */

const count = Number(process.env["FUNCTIONS"] ?? 50);
const seed = Number(process.env["FUNCTIONS_SEED"] ?? 1);

const functions = fc
  .sample(fc.noBias(arbitraryFunction), { numRuns: count, seed })
  .map((one, index): FunctionDescription => ({ ...one, name: `f${index}` }));

let judgement: Judgement;

beforeAll(async () => {
  judgement = await judge(functions);
}, 600_000);

/** What the update printed about a function that was not expected to be refused. */
function reasons(name: string): readonly string[] {
  return judgement.output.split("\n").filter((line) => line.includes(`function ${name}:`) || line.includes(`:function:${name}:`));
}

test("what AWS refuses is refused at the first preview, and nothing else is", () => {
  const wrong = functions.filter(({ name }) => judgement.refused.has(name) === judgement.made.has(name));
  expect(wrong.map((one) => ({ one, refused: judgement.refused.get(one.name) ?? [], said: reasons(one.name) }))).toEqual([]);
});

test("a later preview refuses the same functions, unless they use what existed before and its VPC is unknown", () => {
  const namesExisting = ({ subnets, groups }: FunctionDescription): boolean =>
    [...subnets.ids, ...groups.ids].some((id) => id.startsWith('"') || id.startsWith("got"));
  const wrong = functions.filter((one) => {
    const again = judgement.refusedAgain.has(one.name);
    return namesExisting(one) ? again && judgement.made.has(one.name) : again === judgement.made.has(one.name);
  });
  expect(wrong.map((one) => ({ one, refused: judgement.refusedAgain.get(one.name) ?? [] }))).toEqual([]);
});

describe("among the functions of one run", () => {
  test("some are accepted", () => {
    expect(judgement.made.size).toBeGreaterThan(count / 5);
  });

  test.each([
    "dual-stack-subnets",
    "edge-functions-outside-vpc",
    "one-vpc-per-function",
    "subnets-and-groups-within-limits",
    "subnets-with-security-groups",
  ])("some are refused by %s", (policy) => {
    expect([...judgement.refused.values()].flat()).toContain(policy);
  });
});
