import { describe, expect, test } from "@jest/globals";
import { checkLaw, type Met } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { alignments, mostAlignable } from "./alignment";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { knownList } from "../facts/partial-list";
import { resolveNetwork } from "../combinations/resolved-network";
import { resolveAttachments } from "../combinations/resolved-attachment";
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

test("if everything is known, no choice of list and functions that keeps all zones saves more, and the reported saving is exact", () => {
  checkLaw(
    { "moving functions saves": 10 },
    [mostlyOneSet(arbitraryKnownNetwork()).map((network) => inZones(network))],
    (network, met) => {
      const [world = []] = worldsOf(network);
      const found = aligned(network);
      met("moving functions saves", found.length > 0);
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

  // The law has two limits: a longer list may move onto a shorter one, and a smaller saving that certainly keeps zones hides a greater one.
  test("no world of a set saves more, on lists that are not shorter, than the reported saving plus the possible one", () => {
    const networks = mostlyOneSet(arbitraryNetwork()).map((network) =>
      countable(
        inZones(network, () => false),
        200,
      ),
    );
    const noShorter = ({ subnets }: Use, onto: readonly string[]): boolean => onto.length >= subnets.length;
    checkLaw(
      { "a world saves": 25, "something may be saved besides": 25 },
      [networks],
      (network, met) => {
        const found = aligned(network);
        const surelyKeepsZones = found.some(({ coverage }) => coverage === "ok");
        const besides = mostAlignable(resolveAttachments(network));
        const best = Math.max(0, ...worldsOf(network).map((world) => bestOf(world, noShorter)));
        met("something may be saved besides", best > 0 && besides > 0 && !surelyKeepsZones);
        if (met("a world saves", best > 0 && !surelyKeepsZones))
          expect(best).toBeLessThanOrEqual(Math.max(0, ...found.map(({ saved }) => saved.max)) + besides);
      },
      { numRuns: 300 },
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
