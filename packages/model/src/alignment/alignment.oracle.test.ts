import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { alignments, mostAlignable } from "./alignment";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { resolveNetwork } from "../combinations/resolved-network";
import { resolveAttachments } from "../combinations/resolved-attachment";
import { arbitraryKnownNetwork, arbitraryNetwork } from "../testing/arbitrary-network";
import { countable } from "../testing/countable";
import { arbitraryShuffling } from "../testing/shuffling";
import { cellsOf } from "../testing/world-counts";
import { type Assumption, type Use, type World, worldsOf } from "../testing/worlds";

const zones: Readonly<Record<Key, string>> = { "subnet-1": "a", "subnet-2": "a", "subnet-3": "b", "subnet-4": "c" };

/** The network with every subnet private; its zone is known where `knows` says so. */
function inZones(network: Network, knows: (subnet: Key) => boolean = () => true): Network {
  return {
    ...network,
    subnets: Object.entries(zones).map(([key, zone]) => ({ key, vpc: "vpc-1", public: false, ...(knows(key) ? { zone } : {}) })),
  };
}

function aligned(network: Network): ReturnType<typeof alignments> {
  return alignments(resolveNetwork(network));
}

function isSet(left: readonly string[], right: readonly string[]): boolean {
  return left.every((one) => right.includes(one)) && right.every((one) => left.includes(one));
}

function mayMove({ subnets }: Use, onto: readonly string[]): boolean {
  const count = (list: readonly string[]): number => new Set(list.map((subnet) => zones[subnet] ?? "?")).size;
  return onto.length >= Math.min(subnets.length, 2) && count(onto) >= count(subnets);
}

/** By trying them all: the most that goes away for any set, whichever of its functions move onto whichever of its lists. */
function bestOf(world: World, may: typeof mayMove): number {
  let best = 0;
  for (const { subnets: onto, groups } of world.filter(({ subnets }) => subnets.length > 0)) {
    const movable = [...world.entries()].filter(([, use]) => isSet(use.groups, groups) && may(use, onto)).map(([index]) => index);
    for (let choice = 0; choice < 2 ** movable.length; choice++) {
      const moves = movable.filter((_, bit) => (choice >> bit) % 2 === 1);
      const after = world.map((use, index) => (moves.includes(index) ? { ...use, subnets: onto } : use));
      best = Math.max(best, cellsOf(world).length - cellsOf(after).length);
    }
  }
  return best;
}

test("where everything shows, no choice of list and functions that keeps all zones saves more, and what is said is so", () => {
  fc.assert(
    fc.property(
      arbitraryKnownNetwork().map((network) => inZones(network)),
      (network) => {
        const [world = []] = worldsOf(network);
        const found = aligned(network);
        expect(Math.max(0, ...found.map(({ saved }) => saved.min))).toBe(bestOf(world, mayMove));
        for (const { onto, movers, saved, coverage } of found) {
          const moves = (index: number): boolean => movers.includes(network.attachments[index]?.consumer ?? "");
          const after = world.map((use, index) => (moves(index) ? { ...use, subnets: onto } : use));
          expect([saved.basis, saved.min, saved.max, coverage]).toEqual([
            "known",
            saved.max,
            cellsOf(world).length - cellsOf(after).length,
            "ok",
          ]);
          expect(world.every((use, index) => !moves(index) || mayMove(use, onto))).toBe(true);
        }
        expect(mostAlignable(resolveAttachments(network))).toBe(0);
      },
    ),
    { numRuns: 1_000 },
  );
});

describe("whatever the unknowns turn out to be", () => {
  const breaches = (network: Network, assumption: Assumption): readonly string[] => {
    const said = aligned(network).filter(({ saved }) => assumption === "dependencies" || saved.basis === "known");
    const found = worldsOf(network, assumption).flatMap((world) =>
      said.flatMap(({ onto, movers, saved: { min, max } }) => {
        const moves = (index: number): boolean => movers.includes(network.attachments[index]?.consumer ?? "");
        const truth = cellsOf(world).length - cellsOf(world.map((use, index) => (moves(index) ? { ...use, subnets: onto } : use))).length;
        return truth < min || truth > max ? [`${movers.join()} onto ${onto.join()}: ${truth} is not within ${min}–${max}`] : [];
      }),
    );
    return [...new Set(found)];
  };

  test("aligning saves what is said, in every world that assumption S allows", () => {
    const networks = arbitraryNetwork().map((network) => countable(network, 300));
    fc.assert(
      fc.property(networks, (network) => expect(breaches(network, "dependencies")).toEqual([])),
      { numRuns: 300 },
    );
  });

  test("what is said to be known holds in every world at all", () => {
    const networks = arbitraryNetwork().map((network) => countable(network, 300, "none"));
    fc.assert(
      fc.property(networks, (network) => expect(breaches(network, "none")).toEqual([])),
      { numRuns: 300 },
    );
  });

  test("no world of a set saves more than what is said and what may be saved besides", () => {
    const networks = arbitraryNetwork().map((network) =>
      countable(
        inZones(network, () => false),
        200,
      ),
    );
    const onMoreThanOne = ({ subnets }: Use, onto: readonly string[]): boolean => onto.length >= Math.min(subnets.length, 2);
    fc.assert(
      fc.property(networks, (network) => {
        const said = aligned(network).map(({ saved }) => saved.max);
        const most = Math.max(0, ...said, mostAlignable(resolveAttachments(network)));
        expect(Math.max(0, ...worldsOf(network).map((world) => bestOf(world, onMoreThanOne)))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 200 },
    );
  });
});

test("order, and what is said twice, never matter", () => {
  const pairs = arbitraryNetwork().chain((network) => fc.tuple(fc.constant(inZones(network)), arbitraryShuffling(inZones(network))));
  fc.assert(fc.property(pairs, ([network, shuffled]) => expect(aligned(shuffled)).toEqual(aligned(network))));
});
