import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { LARGEST_BLOCK } from "../addresses/address-block";
import type { Assumptions } from "../facts/assumptions";
import { budgetSubnets } from "./budget-subnets";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import type { Network } from "../facts/network";
import type { SubnetBudget } from "./subnet-budget";
import { arbitraryAssumptions, arbitraryConsumer, arbitraryNeedyNetwork } from "../testing/arbitrary/arbitrary-consumers";
import { arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { arbitraryShuffling } from "../testing/variations/shuffling";

const runs = { numRuns: 300 };

function budgets(network: Network, assumptions: Assumptions): ReadonlyMap<string, SubnetBudget> {
  return new Map(
    budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assumptions).map((budget) => [budget.subnet, budget]),
  );
}

type Budgets = ReturnType<typeof budgets>;

/** The bounds of `before` that are greater than those of `after`, or the other way round. */
function greater(before: Budgets, after: Budgets): readonly string[] {
  const bounds = ({ used, peak }: SubnetBudget): readonly number[] => [used.min, used.max, peak.min, peak.max];
  return [...before].flatMap(([subnet, budget]) => {
    const others = after.get(subnet);
    const other = others === undefined ? [] : bounds(others);
    return bounds(budget).flatMap((bound, index) => (bound > (other[index] ?? -1) ? [`${subnet}: ${bound} > ${other[index]}`] : []));
  });
}

describe("no need falls when", () => {
  test("a consumer of addresses is added", () => {
    checkLaw(
      { "a need rises": 30 },
      [arbitraryNeedyNetwork(), arbitraryConsumer("another"), arbitraryAssumptions],
      (network, another, assumptions, met) => {
        const [before, after] = [network, { ...network, addressConsumers: [...(network.addressConsumers ?? []), another] }].map((one) =>
          budgets(one, assumptions),
        ) as [Budgets, Budgets];
        met("a need rises", greater(after, before).length > 0);
        expect(greater(before, after)).toEqual([]);
      },
      runs,
    );
  });

  test("a function is added", () => {
    checkLaw(
      { "a need rises": 30 },
      [arbitraryNeedyNetwork(), arbitraryAssumptions],
      (network, assumptions, met) => {
        const before = budgets({ ...network, attachments: network.attachments.slice(0, -1) }, assumptions);
        const after = budgets(network, assumptions);
        met("a need rises", greater(after, before).length > 0);
        expect(greater(before, after)).toEqual([]);
      },
      runs,
    );
  });

  test("a connector is added", () => {
    checkLaw(
      { "a need rises": 30 },
      [arbitraryNeedyNetwork(), arbitraryAssumptions],
      (network, assumptions, met) => {
        const before = budgets({ ...network, connectors: (network.connectors ?? []).slice(0, -1) }, assumptions);
        const after = budgets(network, assumptions);
        met("a need rises", greater(after, before).length > 0);
        expect(greater(before, after)).toEqual([]);
      },
      runs,
    );
  });
});

test("the prefix that fits is that of the smallest subnet that holds the peak and the held addresses", () => {
  checkLaw(
    { "the prefix depends on the bound": 30, "no prefix fits": 30, "addresses are held": 10 },
    [arbitraryNeedyNetwork(), arbitraryAssumptions],
    (network, assumptions, met) => {
      for (const { peak, held, smallest, fitting } of budgets(network, assumptions).values()) {
        const fits = (addresses: number) => {
          let best: number | undefined;
          for (let length = LARGEST_BLOCK; length <= smallest; length++) if (addresses + held <= 2 ** (32 - length) - 5) best = length;
          return best;
        };
        met("the prefix depends on the bound", fitting.min !== fitting.max);
        met("no prefix fits", fitting.min === undefined);
        met("addresses are held", held > 0);
        expect([fitting.min, fitting.likely, fitting.max]).toEqual([fits(peak.max), fits(peak.likely), fits(peak.min)]);
      }
    },
    runs,
  );
});

test("what is used and the peak are the sums of their needs, and what is free is what they leave", () => {
  checkLaw(
    { "several needs": 30, "a need comes later": 30, "what is usable is known": 30, "what is usable is unknown": 30 },
    [arbitraryNeedyNetwork(), arbitraryAssumptions],
    (network, assumptions, met) => {
      for (const { needs, used, peak, usable, free } of budgets(network, assumptions).values()) {
        const later = ["changeover", "scaling", "growth"];
        const sum = (bound: "min" | "max", list: typeof needs) => list.reduce((total, { count }) => total + count[bound], 0);
        const now = needs.filter(({ kind }) => !later.includes(kind));
        met("several needs", now.length > 1);
        met("a need comes later", now.length < needs.length);
        expect([used.min, used.max, peak.min, peak.max]).toEqual([sum("min", now), sum("max", now), sum("min", needs), sum("max", needs)]);
        const [leaves, has] = [free.ok ? free.value : undefined, usable.ok ? usable.value : undefined];
        if (met("what is usable is known", leaves)) expect(has).toBe(leaves.max + peak.min);
        if (met("what is usable is unknown", leaves === undefined)) expect(has).toBeUndefined();
      }
    },
    runs,
  );
});

test("no budget changes with the order of anything", () => {
  const shuffledOnes = arbitraryNeedyNetwork().chain((network) => fc.tuple(fc.constant(network), arbitraryShuffling(network)));
  checkLaw(
    { "several consumers": 30, "several connectors": 15 },
    [shuffledOnes, arbitraryAssumptions],
    ([network, shuffling], assumptions, met) => {
      const { addressConsumers = [], connectors = [] } = network;
      met("several consumers", addressConsumers.length > 1);
      met("several connectors", connectors.length > 1);
      const other = { ...shuffling, addressConsumers: addressConsumers.toReversed(), connectors: connectors.toReversed() };
      expect(budgets(other, assumptions)).toEqual(budgets(network, assumptions));
    },
    runs,
  );
});

test("without consumers, margins and an inventory, what is used is what the plan counts", () => {
  checkLaw(
    { "a subnet has combinations": 60 },
    [arbitraryNetwork()],
    (found, met) => {
      const network = { ...found, inventory: { subnets: [], combinations: [] } };
      const plan = planEnis(resolveNetwork(network));
      const budgeted = budgets(network, { changeover: 0, growth: 0, connections: [], enisPerVpc: 500 });
      for (const { subnet, combinations } of plan.subnets) {
        met("a subnet has combinations", combinations.min > 0);
        expect(budgeted.get(subnet)?.peak).toEqual(combinations);
      }
    },
    runs,
  );
});
