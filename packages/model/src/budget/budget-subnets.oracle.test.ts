import { test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import type { AddressConsumer } from "../facts/address-consumer";
import { addressNeeds } from "./address-needs";
import { budgetSubnets } from "./budget-subnets";
import { exactly, formatCount } from "../count/count";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import { knownList } from "../facts/partial-list";
import { arbitraryNeedyNetwork } from "../testing/arbitrary/arbitrary-consumers";
import { assuming } from "../testing/samples/sample-consumer";
import { cellsOf, heldCells, marginalCells } from "../testing/worlds/world-counts";
import { numberOfWorlds, type World, worldsOf } from "../testing/worlds/worlds";

/** The same lists as attachments, so that the oracle can enumerate their possible values. */
function placements(consumers: readonly { readonly consumer: string; readonly subnets: ReturnType<typeof knownList> }[]) {
  const attachments = consumers.map(({ consumer, subnets }) => ({ consumer, subnets, securityGroups: knownList(["any"]) }));
  return { subnets: [], securityGroups: [], attachments };
}

const needy = arbitraryNeedyNetwork().filter(
  (network) => numberOfWorlds(network) <= 300 && numberOfWorlds(placements(network.addressConsumers ?? [])) <= 300,
);

test("combinations of every way in which functions may turn out lie within the bounds", () => {
  checkLaw(
    { "functions may turn out in several ways": 40, "a subnet was counted": 20, "the account holds combinations": 30 },
    [needy],
    (network, met) => {
      const budgets = budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assuming());
      const counted = new Set(
        (network.inventory?.subnets ?? []).flatMap((one) => (one.availableAddresses === undefined ? [] : [one.subnet])),
      );
      const worlds = worldsOf(network);
      met("functions may turn out in several ways", worlds.length > 1);
      met("a subnet was counted", counted.size > 0);
      met("the account holds combinations", heldCells(network).length > 0);
      for (const world of worlds) {
        const cells = cellsOf(world);
        for (const { subnet, needs } of budgets) {
          const count = needs.find(({ kind }) => kind === "combinations")?.count ?? exactly(0);
          const here = (list: typeof cells) => list.filter((cell) => cell.subnet === subnet).length;
          const added = here(marginalCells(network, cells));
          const [least, most] = counted.has(subnet) ? [added, added] : [here(cells), here(heldCells(network)) + added];
          if (count.min > least || count.max < most) throw new Error(`${subnet}: ${least} to ${most}, not ${formatCount(count)}`);
        }
      }
    },
    { numRuns: 150 },
  );
});

test("addresses of every way in which other consumers may turn out lie within the bounds", () => {
  checkLaw(
    { "consumers may turn out in several ways": 15, "several consumers": 25, "members are known": 15 },
    [needy],
    (found, met) => {
      const network = { ...found, inventory: { subnets: [], combinations: [] } };
      const consumers = network.addressConsumers ?? [];
      const budgets = budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assuming());
      const worlds = worldsOf(placements(consumers));
      met("consumers may turn out in several ways", worlds.length > 1);
      met("several consumers", consumers.length > 1);
      met(
        "members are known",
        consumers.some(({ members }) => members?.ok === true),
      );
      for (const world of worlds)
        for (const { subnet, needs } of budgets)
          for (const [kind, rule] of Object.entries(addressNeeds)) {
            const count = needs.find((need) => need.kind === kind)?.count ?? exactly(0);
            const { least, most } = addressesOf(consumers, world, subnet, kind, rule);
            if (count.min > least || count.max < most)
              throw new Error(`${kind} in ${subnet}: ${least} to ${most}, not ${formatCount(count)}`);
          }
    },
    { numRuns: 150 },
  );
});

/** What the consumers of one kind take in one subnet, when they turn out as in `world`. */
function addressesOf(
  consumers: readonly AddressConsumer[],
  world: World,
  subnet: string,
  kind: string,
  rule: (typeof addressNeeds)[keyof typeof addressNeeds],
): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0];
  for (const [index, use] of world.entries()) {
    const consumer = consumers[index];
    if (consumer?.kind !== kind || !use.subnets.includes(subnet)) continue;
    const { further, members } = consumer;
    const all = members?.ok === true ? members.value.usual : Math.max(rule.least, rule.leastInAll ?? 0);
    const only = use.subnets.length === 1 ? all : rule.least;
    least += only + (further?.ok === true ? further.value : 0);
    most +=
      (members?.ok === true ? members.value.most : rule.most) +
      (further === undefined ? 0 : further.ok ? further.value : (rule.mostFurther ?? Infinity));
  }
  return { least, most };
}
