import { describe, expect, test } from "@jest/globals";
import { checkLaw, type Met } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { alignments } from "./alignment";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { knownList } from "../facts/partial-list";
import { resolveNetwork } from "../combinations/resolved-network";
import { possibleSavings } from "./possible-saving";
import { arbitraryKnownNetwork, arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { countable } from "../testing/worlds/countable";
import { arbitraryShuffling } from "../testing/variations/shuffling";
import { cellsOf } from "../testing/worlds/world-counts";
import { type Assumption, numberOfWorlds, type Use, type World, worldsOf } from "../testing/worlds/worlds";

const zones: Readonly<Record<Key, string>> = { "subnet-1": "a", "subnet-2": "a", "subnet-3": "b", "subnet-4": "c" };

/** The network with every subnet private; its zone is known where `knows` is true. */
function inZones(network: Network, knows: (subnet: Key) => boolean = () => true): Network {
  return {
    ...network,
    subnets: Object.entries(zones).map(([key, zone]) => ({ key, vpc: "vpc-1", public: false, ...(knows(key) ? { zone } : {}) })),
  };
}

/** Networks in which most functions use one set, so that they differ in their subnets alone. */
function mostlyOneSet(networks: fc.Arbitrary<Network>): fc.Arbitrary<Network> {
  const mostly = fc.constantFrom(true, true, true, false);
  return fc.tuple(networks, fc.array(mostly, { minLength: 4, maxLength: 4 })).map(([network, coins]) => ({
    ...network,
    attachments: network.attachments.map((attachment, index) =>
      coins[index] === true ? { ...attachment, securityGroups: knownList(["group-1"]) } : attachment,
    ),
  }));
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

/** The greatest saving for each set, found by trying every move of its functions onto each of its lists. */
function bestOfEach(world: World): readonly number[] {
  const best = new Map<string, number>();
  for (const { subnets: onto, groups } of world.filter(({ subnets }) => subnets.length > 0)) {
    const movable = [...world.entries()].filter(([, use]) => isSet(use.groups, groups) && mayMove(use, onto)).map(([index]) => index);
    const set = [...groups].sort().join();
    for (let choice = 0; choice < 2 ** movable.length; choice++) {
      const moves = movable.filter((_, bit) => (choice >> bit) % 2 === 1);
      const after = world.map((use, index) => (moves.includes(index) ? { ...use, subnets: onto } : use));
      best.set(set, Math.max(best.get(set) ?? 0, cellsOf(world).length - cellsOf(after).length));
    }
  }
  return [...best.values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test("if everything is known, no choice of list and functions that keeps all zones saves more, and the reported saving is exact", () => {
  checkLaw(
    { "moving functions saves": 10 },
    [mostlyOneSet(arbitraryKnownNetwork()).map((network) => inZones(network))],
    (network, met) => {
      const [world = []] = worldsOf(network);
      const found = aligned(network);
      met("moving functions saves", found.length > 0);
      expect(sum(found.map(({ saved }) => saved.min))).toBe(sum(bestOfEach(world)));
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
      expect(sum(possibleSavings(resolveNetwork(network)).map(({ most }) => most))).toBe(sum(bestOfEach(world)));
    },
    { numRuns: 1_000 },
  );
});

describe("whatever the unknowns turn out to be", () => {
  const breaches = (network: Network, assumption: Assumption, met: Met<"moving functions saves">): readonly string[] => {
    const said = aligned(network).filter(({ saved }) => assumption === "dependencies" || saved.basis === "known");
    met("moving functions saves", said.length > 0);
    const found = worldsOf(network, assumption).flatMap((world) =>
      said.flatMap(({ onto, movers, saved: { min, max } }) => {
        const moves = (index: number): boolean => movers.includes(network.attachments[index]?.consumer ?? "");
        const truth = cellsOf(world).length - cellsOf(world.map((use, index) => (moves(index) ? { ...use, subnets: onto } : use))).length;
        return truth < min || truth > max ? [`${movers.join()} onto ${onto.join()}: ${truth} is not within ${min}–${max}`] : [];
      }),
    );
    return [...new Set(found)];
  };

  test("aligning saves as reported, in every world that assumption S allows", () => {
    const networks = mostlyOneSet(arbitraryNetwork()).map((network) => countable(network, 300));
    checkLaw(
      { "moving functions saves": 8, "in several worlds": 5 },
      [networks],
      (network, met) => {
        met("in several worlds", aligned(network).length > 0 && numberOfWorlds(network) > 1);
        expect(breaches(network, "dependencies", met)).toEqual([]);
      },
      { numRuns: 300 },
    );
  });

  test("a saving of basis known holds in every world", () => {
    const networks = mostlyOneSet(fc.oneof(arbitraryKnownNetwork(), arbitraryNetwork())).map((network) => countable(network, 300, "none"));
    checkLaw({ "moving functions saves": 5 }, [networks], (network, met) => expect(breaches(network, "none", met)).toEqual([]), {
      numRuns: 300,
    });
  });

  test("no world saves more than all possible savings together, for sets of which some zones are unknown", () => {
    const networks = fc.tuple(mostlyOneSet(arbitraryNetwork()), fc.subarray(Object.keys(zones))).map(([network, shown]) =>
      countable(
        inZones(network, (subnet) => shown.includes(subnet)),
        200,
      ),
    );
    checkLaw(
      { "a world saves": 25, "a world saves all of it": 10, "what certainly keeps zones saves less": 15 },
      [networks],
      (network, met) => {
        const possible = sum(possibleSavings(resolveNetwork(network)).map(({ most }) => most));
        const certain = sum(aligned(network).map(({ coverage, saved }) => (coverage === "ok" ? saved.min : 0)));
        const best = Math.max(0, ...worldsOf(network).map((world) => sum(bestOfEach(world))));
        met("a world saves", best > 0);
        met("a world saves all of it", best > 0 && best === possible);
        met("what certainly keeps zones saves less", certain < best);
        expect(best).toBeLessThanOrEqual(possible);
      },
      { numRuns: 500 },
    );
  });
});

test("order and duplicates never matter", () => {
  const pairs = mostlyOneSet(arbitraryNetwork()).chain((network) =>
    fc.tuple(fc.constant(inZones(network)), arbitraryShuffling(inZones(network))),
  );
  checkLaw(
    { "moving functions saves": 8 },
    [pairs],
    ([network, shuffled], met) => {
      const found = aligned(network);
      met("moving functions saves", found.length > 0);
      expect(aligned(shuffled)).toEqual(found);
    },
    { numRuns: 300 },
  );
});
