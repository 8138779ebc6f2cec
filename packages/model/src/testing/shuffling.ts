import fc from "fast-check";
import type { Network } from "../network";
import type { PartialList } from "../partial-list";

/** The same network, said in another order and with elements of known lists said twice. */
export function arbitraryShuffling(network: Network): fc.Arbitrary<Network> {
  const lists = network.attachments.flatMap(({ subnets, securityGroups }) => [subnets, securityGroups]);
  return fc
    .tuple(
      shuffled(network.subnets),
      shuffled(network.securityGroups),
      shuffled([...network.attachments.keys()]),
      fc.tuple(...lists.map(shuffledList)),
    )
    .map(([subnets, securityGroups, order, shuffledLists]) => ({
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

function shuffledList(list: PartialList): fc.Arbitrary<PartialList> {
  const twice = fc.subarray([...list.known]).chain((again) => shuffled([...list.known, ...again]));
  const candidatesTwice = fc.subarray([...list.candidates]).chain((again) => shuffled([...list.candidates, ...again]));
  return fc.tuple(twice, candidatesTwice).map(([known, candidates]) => ({ ...list, known, candidates }));
}

function shuffled<T>(things: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...things], { minLength: things.length });
}
