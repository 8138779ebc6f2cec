import { expect, test } from "@jest/globals";
import type { LambdaFunction } from "../facts/lambda-function";
import { sampleNetwork } from "../testing/samples/sample-network";
import { untrimmedPublishers } from "./untrimmed-publishers";

const yes = { ok: true, value: true } as const;

test.each<[name: string, fact: Partial<LambdaFunction>, certain: boolean, possible: boolean]>([
  ["a function that publishes", { publishes: yes }, true, false],
  ["a function whose versions the stack deletes", { publishes: yes, trimmed: true }, false, false],
  ["a function that does not publish", { publishes: { ok: true, value: false } }, false, false],
  ["a function that sets nothing", {}, false, false],
  ["a function whose setting is unknown", { publishes: { ok: false, error: "unknown" } }, false, true],
])("%s", (_, fact, certain, possible) => {
  const found = untrimmedPublishers(sampleNetwork({ functions: [{ key: "orders", ...fact }] }));
  expect(found).toEqual({ certain: certain ? ["orders"] : [], possible: possible ? ["orders"] : [] });
});
