import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, type Inputs, preview, resource } from "../testing/program";
import { vpc } from "../testing/sample-resources";

test.each<{ sentence: string; inputs: Inputs; scale?: object }>([
  {
    sentence: "memory and reserved executions are shown",
    inputs: { memorySize: 1536, reservedConcurrentExecutions: 100 },
    scale: { memory: 1536, concurrency: 100 },
  },
  { sentence: "the default memory is 128 MB", inputs: { reservedConcurrentExecutions: 10 }, scale: { memory: 128, concurrency: 10 } },
  { sentence: "without reserved executions nothing shows", inputs: { memorySize: 1536 } },
  { sentence: "-1 reserves none", inputs: { reservedConcurrentExecutions: -1 } },
  {
    sentence: "0 reserves none of the account's executions",
    inputs: { reservedConcurrentExecutions: 0 },
    scale: { memory: 128, concurrency: 0 },
  },
  {
    sentence: "unknown reserved executions hide it",
    inputs: { memorySize: 512, reservedConcurrentExecutions: applied([vpc("main")], 10) },
  },
  { sentence: "an unknown memory hides it", inputs: { memorySize: applied([vpc("main")], 512), reservedConcurrentExecutions: 10 } },
])("$sentence", ({ inputs, scale }) => {
  const [found] = networkOf(preview([vpc("main"), resource("aws:lambda/function:Function", "orders", inputs)])).functions ?? [];
  expect(found?.scale).toEqual(scale);
});
