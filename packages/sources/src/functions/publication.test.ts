import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, type Inputs, preview, resource, settled } from "../testing/program";
import { vpc } from "../testing/sample-resources";

const main = vpc("main");

test.each<{ sentence: string; inputs: Inputs; before: boolean | undefined; after: boolean }>([
  { sentence: "a function that says true publishes", inputs: { publish: true }, before: true, after: true },
  { sentence: "a function that says nothing does not", inputs: {}, before: false, after: false },
  { sentence: "a function that says false does not", inputs: { publish: false }, before: false, after: false },
  { sentence: "an unknown answer is unknown until it is made", inputs: { publish: applied([main], true) }, before: undefined, after: true },
])("$sentence", ({ inputs, before, after }) => {
  const orders = resource("aws:lambda/function:Function", "orders", inputs);
  for (const [view, expected] of [[preview, before] as const, [settled, after] as const]) {
    const [found] = networkOf(view([main, orders])).functions ?? [];
    expect(found?.publishes).toMatchObject(
      expected === undefined ? { ok: false, error: expect.stringContaining("publishes") } : { ok: true, value: expected },
    );
  }
});
