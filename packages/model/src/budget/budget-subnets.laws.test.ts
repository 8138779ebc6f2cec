import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { LARGEST_BLOCK } from "../addresses/address-block";
import type { Assumptions } from "../facts/assumptions";
import { budgetSubnets } from "./budget-subnets";
import type { Count } from "../count/count";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import type { Network } from "../facts/network";
import type { SubnetBudget } from "./subnet-budget";
import { arbitraryAssumptions, arbitraryConsumer, arbitraryNeedyNetwork } from "../testing/arbitrary-consumers";
import { arbitraryNetwork } from "../testing/arbitrary-network";
import { arbitraryShuffling } from "../testing/shuffling";

const runs = { numRuns: 300 };

function budgets(network: Network, assumptions: Assumptions): ReadonlyMap<string, SubnetBudget> {
  return new Map(
    budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assumptions).map((budget) => [budget.subnet, budget]),
  );
}

function expectNoneFalls(before: ReadonlyMap<string, SubnetBudget>, after: ReadonlyMap<string, SubnetBudget>): void {
  for (const [subnet, { used, peak }] of before) {
    const more = after.get(subnet);
    const falls = (less: Count, count?: Count) => (["min", "max"] as const).filter((bound) => (count?.[bound] ?? -1) < less[bound]);
    expect({ subnet, used: falls(used, more?.used), peak: falls(peak, more?.peak) }).toEqual({ subnet, used: [], peak: [] });
  }
}

describe("no need falls when", () => {
  test("a consumer of addresses is added", () => {
    fc.assert(
      fc.property(arbitraryNeedyNetwork(), arbitraryConsumer("another"), arbitraryAssumptions, (network, another, assumptions) => {
        const after = { ...network, addressConsumers: [...(network.addressConsumers ?? []), another] };
        expectNoneFalls(budgets(network, assumptions), budgets(after, assumptions));
      }),
      runs,
    );
  });

  test("a function is added", () => {
    fc.assert(
      fc.property(arbitraryNeedyNetwork(), arbitraryAssumptions, (network, assumptions) => {
        const before = { ...network, attachments: network.attachments.slice(0, -1) };
        expectNoneFalls(budgets(before, assumptions), budgets(network, assumptions));
      }),
      runs,
    );
  });

  test("a connector is added", () => {
    fc.assert(
      fc.property(arbitraryNeedyNetwork(), arbitraryAssumptions, (network, assumptions) => {
        const before = { ...network, connectors: (network.connectors ?? []).slice(0, -1) };
        expectNoneFalls(budgets(before, assumptions), budgets(network, assumptions));
      }),
      runs,
    );
  });
});

test("the prefix that fits is the smallest with room for the peak and what is held", () => {
  fc.assert(
    fc.property(arbitraryNeedyNetwork(), arbitraryAssumptions, (network, assumptions) => {
      for (const { peak, held, smallest, fitting } of budgets(network, assumptions).values()) {
        const fits = (addresses: number) => {
          let best: number | undefined;
          for (let length = LARGEST_BLOCK; length <= smallest; length++) if (addresses + held <= 2 ** (32 - length) - 5) best = length;
          return best;
        };
        expect([fitting.min, fitting.likely, fitting.max]).toEqual([fits(peak.max), fits(peak.likely), fits(peak.min)]);
      }
    }),
    runs,
  );
});

test("what is used and the peak are the sums of their needs, and what is free is what they leave", () => {
  fc.assert(
    fc.property(arbitraryNeedyNetwork(), arbitraryAssumptions, (network, assumptions) => {
      for (const { needs, used, peak, usable, free } of budgets(network, assumptions).values()) {
        const later = ["changeover", "scaling", "growth"];
        const sum = (bound: "min" | "max", list: typeof needs) => list.reduce((total, { count }) => total + count[bound], 0);
        const now = needs.filter(({ kind }) => !later.includes(kind));
        expect([used.min, used.max, peak.min, peak.max]).toEqual([sum("min", now), sum("max", now), sum("min", needs), sum("max", needs)]);
        if (free.known) expect(usable).toEqual({ known: true, value: free.value.max + peak.min });
        else expect(usable.known).toBe(false);
      }
    }),
    runs,
  );
});

test("no budget changes with the order of anything", () => {
  const shuffledOnes = arbitraryNeedyNetwork().chain((network) => fc.tuple(fc.constant(network), arbitraryShuffling(network)));
  fc.assert(
    fc.property(shuffledOnes, arbitraryAssumptions, ([network, shuffling], assumptions) => {
      const other = {
        ...shuffling,
        addressConsumers: [...(network.addressConsumers ?? [])].reverse(),
        connectors: [...(network.connectors ?? [])].reverse(),
      };
      expect(budgets(other, assumptions)).toEqual(budgets(network, assumptions));
    }),
    runs,
  );
});

test("without consumers, margins and an inventory, what is used is what the plan counts", () => {
  fc.assert(
    fc.property(arbitraryNetwork(), (found) => {
      const network = { ...found, inventory: { subnets: [], combinations: [] } };
      const plan = planEnis(resolveNetwork(network));
      const budgeted = budgets(network, { changeover: 0, growth: 0, connections: [], enisPerVpc: 500 });
      for (const { subnet, combinations } of plan.subnets) expect(budgeted.get(subnet)?.peak).toEqual(combinations);
    }),
    runs,
  );
});
