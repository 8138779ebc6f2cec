import fc from "fast-check";
import type { Inventory } from "../../facts/inventory";
import type { Key } from "../../facts/key";
import type { Network } from "../../facts/network";
import type { PartialList } from "../../facts/partial-list";

/** The same network in another order, with duplicate elements in lists and in its inventory. */
export function arbitraryShuffling(network: Network): fc.Arbitrary<Network> {
  const lists = network.attachments.flatMap(({ subnets, securityGroups }) => [subnets, securityGroups]);
  return fc
    .tuple(
      shuffled(network.subnets),
      shuffled(network.securityGroups),
      shuffled([...network.attachments.keys()]),
      fc.tuple(...lists.map(shuffledList)),
      network.inventory === undefined ? fc.constant({}) : shuffledInventory(network.inventory),
      network.aliases === undefined ? fc.constant({}) : shuffledAliases(network.aliases),
    )
    .map(([subnets, securityGroups, order, shuffledLists, inventory, aliases]) => ({
      ...inventory,
      ...aliases,
      subnets,
      securityGroups,
      attachments: order.flatMap((index) => {
        const [attachment, own, groups] = [network.attachments[index], shuffledLists[2 * index], shuffledLists[2 * index + 1]];
        return attachment === undefined || own === undefined || groups === undefined
          ? []
          : [{ ...attachment, subnets: own, securityGroups: groups }];
      }),
    }));
}

function shuffledInventory({ subnets, combinations }: Inventory): fc.Arbitrary<{ readonly inventory: Inventory }> {
  const reordered = combinations.map(({ subnet, securityGroups }) =>
    fc.record({ subnet: fc.constant(subnet), securityGroups: withDuplicates(securityGroups) }),
  );
  return fc
    .tuple(withDuplicates(subnets), fc.tuple(...reordered).chain(withDuplicates))
    .map(([where, held]) => ({ inventory: { subnets: where, combinations: held } }));
}

function shuffledAliases(aliases: readonly (readonly Key[])[]): fc.Arbitrary<Pick<Network, "aliases">> {
  return fc
    .tuple(...aliases.map(shuffled))
    .chain(shuffled)
    .map((keys) => ({ aliases: keys }));
}

function shuffledList(list: PartialList): fc.Arbitrary<PartialList> {
  return fc
    .tuple(withDuplicates(list.known), withDuplicates(list.candidates), withDuplicates((list.oneOf ?? []).map((keys) => keys.toReversed())))
    .map(([known, candidates, oneOf]) => ({ ...list, known, candidates, ...(list.oneOf === undefined ? {} : { oneOf }) }));
}

/** The same items in another order, with some duplicates. */
function withDuplicates<T>(things: readonly T[]): fc.Arbitrary<T[]> {
  return fc.subarray([...things]).chain((again) => shuffled([...things, ...again]));
}

function shuffled<T>(things: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...things], { minLength: things.length });
}
