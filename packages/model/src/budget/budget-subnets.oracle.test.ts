import { test } from "@jest/globals";
import fc from "fast-check";
import { addressNeeds } from "./address-needs";
import { budgetSubnets } from "./budget-subnets";
import { exactly, formatCount } from "../count/count";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import { knownList } from "../facts/partial-list";
import { arbitraryNeedyNetwork } from "../testing/arbitrary-consumers";
import { assuming } from "../testing/sample-consumer";
import { cellsOf, heldCells, marginalCells } from "../testing/world-counts";
import { numberOfWorlds, worldsOf } from "../testing/worlds";

/** The same lists as attachments, so that the oracle can say every way in which they may turn out. */
function placements(consumers: readonly { readonly consumer: string; readonly subnets: ReturnType<typeof knownList> }[]) {
  const attachments = consumers.map(({ consumer, subnets }) => ({ consumer, subnets, securityGroups: knownList(["any"]) }));
  return { subnets: [], securityGroups: [], attachments };
}

const needy = arbitraryNeedyNetwork().filter(
  (network) => numberOfWorlds(network) <= 300 && numberOfWorlds(placements(network.addressConsumers ?? [])) <= 300,
);

test("combinations of every way in which functions may turn out lie within the bounds", () => {
  fc.assert(
    fc.property(needy, (network) => {
      const budgets = budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assuming());
      const counted = new Set(
        (network.inventory?.subnets ?? []).flatMap((one) => (one.availableAddresses === undefined ? [] : [one.subnet])),
      );
      for (const world of worldsOf(network)) {
        const cells = cellsOf(world);
        for (const { subnet, needs } of budgets) {
          const count = needs.find(({ kind }) => kind === "combinations")?.count ?? exactly(0);
          const here = (list: typeof cells) => list.filter((cell) => cell.subnet === subnet).length;
          const added = here(marginalCells(network, cells));
          const [least, most] = counted.has(subnet) ? [added, added] : [here(cells), here(heldCells(network)) + added];
          if (count.min > least || count.max < most) throw new Error(`${subnet}: ${least} to ${most}, not ${formatCount(count)}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("addresses of every way in which other consumers may turn out lie within the bounds", () => {
  fc.assert(
    fc.property(needy, (found) => {
      const network = { ...found, inventory: { subnets: [], combinations: [] } };
      const consumers = network.addressConsumers ?? [];
      const budgets = budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assuming());
      for (const world of worldsOf(placements(consumers)))
        for (const { subnet, needs } of budgets)
          for (const [kind, rule] of Object.entries(addressNeeds)) {
            const count = needs.find((need) => need.kind === kind)?.count ?? exactly(0);
            let [least, most] = [0, 0];
            for (const [index, use] of world.entries()) {
              const consumer = consumers[index];
              if (consumer?.kind !== kind || !use.subnets.includes(subnet)) continue;
              const { further } = consumer;
              const only = use.subnets.length === 1 ? Math.max(rule.least, rule.leastInAll ?? 0) : rule.least;
              least += only + (further?.known === true ? further.value : 0);
              most += rule.most + (further === undefined ? 0 : further.known ? further.value : (rule.mostFurther ?? Infinity));
            }
            if (count.min > least || count.max < most)
              throw new Error(`${kind} in ${subnet}: ${least} to ${most}, not ${formatCount(count)}`);
          }
    }),
    { numRuns: 150 },
  );
});
