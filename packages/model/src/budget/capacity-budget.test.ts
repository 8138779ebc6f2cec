import { expect, test } from "@jest/globals";
import { budgetCapacity } from "./capacity-budget";
import { block, capacityOf } from "../testing/samples/sample-network-request";

const small = ["10.0.0.0/28", "10.0.0.16/28"].map(block);

test("subnets that nothing uses need nothing", () => {
  expect(budgetCapacity(small.slice(1), capacityOf({ sets: 0 }))).toEqual([
    { block: small[1], usable: 11, needed: 0, free: 11, fits: true },
  ]);
});

test("a consumer is placed in a subnet only if it leaves enough addresses there for growth", () => {
  const capacity = capacityOf({ growth: 1, consumers: [{ kind: "interface-endpoint", count: 5 }] });
  expect(budgetCapacity(small, capacity).map(({ needed, fits }) => [needed, fits])).toEqual([
    [10, true],
    [4, true],
  ]);
});

test("a consumer alone in the second subnet needs nothing of the first", () => {
  const subnets = ["10.0.0.0/28", "10.0.0.32/27"].map(block);
  const capacity = capacityOf({ sets: 0, consumers: [{ kind: "application-load-balancer", count: 1 }] });
  expect(budgetCapacity(subnets, capacity).map(({ needed, fits }) => [needed, fits])).toEqual([
    [0, true],
    [8, true],
  ]);
});
