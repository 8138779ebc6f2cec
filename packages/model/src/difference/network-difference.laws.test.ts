import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import { budgetSubnets } from "../budget/budget-subnets";
import type { Count } from "../count/count";
import type { Network } from "../facts/network";
import { arbitraryAliasedNetwork, arbitraryKnownNetwork, arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { arbitraryShuffling } from "../testing/variations/shuffling";
import { countable } from "../testing/worlds/countable";
import { type Cell, cellsOf } from "../testing/worlds/world-counts";
import { worldsOf } from "../testing/worlds/worlds";
import type { ComparedNetwork } from "./moments";
import { differenceOf, type NetworkDifference } from "./network-difference";
import type { SetChange } from "./set-changes";
import { Renaming } from "./renamed-attachment";

const keep = new Renaming(
  (key) => key,
  (key) => key,
);

function compared(network: Network): ComparedNetwork {
  const resolved = resolveNetwork(network);
  const plan = planEnis(resolved);
  return {
    resolved,
    plan,
    budgets: budgetSubnets(resolved, plan, { changeover: 0, growth: 0, connections: [], enisPerVpc: 500 }),
    renaming: keep,
  };
}

function difference(before: Network, after: Network): NetworkDifference {
  return differenceOf(compared(before), compared(after), () => true);
}

/** Two moments of one stack: the facts of the first, and the functions of either. */
const pairs = (networks: fc.Arbitrary<Network>): fc.Arbitrary<readonly [Network, Network]> =>
  fc.tuple(networks, networks).map(([before, { attachments }]) => [before, { ...before, attachments }]);

const some = fc.oneof(arbitraryNetwork(), arbitraryKnownNetwork(), arbitraryAliasedNetwork());
const runs = { numRuns: 100 };

test("a network that is compared with itself has no change, whatever is unknown in it", () => {
  checkLaw(
    { "a count is not exact": 20 },
    [some],
    (network, met) => {
      const { combinations, functions, vpcs, subnets } = difference(network, network);
      met("a count is not exact", combinations.after.min < combinations.after.max);
      const changes = [{ combinations }, ...vpcs, ...subnets].flatMap(({ combinations: { added, marginal, removed } }) => [
        added,
        marginal,
        removed,
      ]);
      expect(changes.filter(({ min, max }) => min !== 0 || max !== 0)).toEqual([]);
      expect(functions).toEqual({ added: [], removed: [], moved: [] });
      expect(vpcs.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
      const used = [...subnets.map(({ used }) => used), ...vpcs.map(({ quota }) => ({ ...quota, after: quota.before }))];
      expect(used.map(({ changeover }) => changeover)).toEqual(used.map(({ after }) => after));
    },
    runs,
  );
});

test("what one direction adds, the other removes", () => {
  checkLaw(
    { "something is added": 40, "a count is not exact": 20 },
    [pairs(some)],
    ([before, after], met) => {
      const [there, back] = [difference(before, after), difference(after, before)];
      met("something is added", there.combinations.added.min > 0);
      met("a count is not exact", there.combinations.added.min < there.combinations.added.max);
      expect(back.combinations).toMatchObject({ added: there.combinations.removed, removed: there.combinations.added });
      expect(back.vpcs.map(({ added }) => added.map(figures))).toEqual(there.vpcs.map(({ removed }) => removed.map(figures)));
    },
    runs,
  );
});

test("if all ids are known, the counts and the sets are those of the sets of combinations", () => {
  checkLaw(
    { "something is added": 40, "something is removed": 40, "something is kept": 15 },
    [pairs(arbitraryKnownNetwork())],
    ([before, after], met) => {
      const { combinations, vpcs } = difference(before, after);
      const [old, present] = [before, after].map((network) => new Set(cellsOf(worldsOf(network)[0] ?? []).map(text)));
      if (old === undefined || present === undefined) throw new Error("a network has no world");
      const [added, removed] = [minus(present, old), minus(old, present)];
      met("something is added", added.size > 0);
      met("something is removed", removed.size > 0);
      met("something is kept", minus(old, removed).size > 0);
      const exact = (n: number) => expect.objectContaining({ min: n, likely: n, max: n });
      expect(combinations).toMatchObject({
        before: exact(old.size),
        after: exact(present.size),
        added: exact(added.size),
        removed: exact(removed.size),
        changeover: exact(old.size + added.size),
      });
      const listed = (side: "added" | "removed"): Set<string> =>
        new Set(
          vpcs.flatMap((vpc) =>
            vpc[side].flatMap(({ securityGroups, subnets }) =>
              subnets.map((subnet) => text({ subnet, set: securityGroups.certain.join() })),
            ),
          ),
        );
      expect(listed("added")).toEqual(added);
      expect(listed("removed")).toEqual(removed);
    },
    runs,
  );
});

function figures({ securityGroups, subnets, possibleSubnets, combinations, consumers }: SetChange) {
  return { groups: securityGroups.possible, subnets, possibleSubnets, combinations, consumers };
}

function minus(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...some].filter((one) => !others.has(one)));
}

function text({ subnet, set }: Cell): string {
  return `${subnet} ${set}`;
}

test("whatever unknown ids turn out to be, the truth is within the bounds", () => {
  checkLaw(
    { "a bound of what is added is not exact": 20, "something is added for certain": 20 },
    [pairs(fc.oneof(arbitraryNetwork(), arbitraryKnownNetwork()))],
    ([before, after], met) => {
      const [first, second] = [countable(before, 12), countable(after, 12)];
      const { combinations } = difference(first, second);
      met("a bound of what is added is not exact", combinations.added.min < combinations.added.max);
      met("something is added for certain", combinations.added.min > 0);
      // A function that shows the same before and after is taken as unchanged.
      const worlds = worldsOf(first).flatMap((old) => worldsOf(second).map((present) => ({ old, present })));
      const truths = worlds
        .filter(({ old, present }) => sameWhereShownSame(first, second, old, present))
        .map(({ old, present }) => [new Set(cellsOf(old).map(text)), new Set(cellsOf(present).map(text))] as const)
        .map(([here, there]) => ({ added: minus(there, here).size, removed: minus(here, there).size, here: here.size }));
      expect(truths.filter(({ added }) => isOutside(combinations.added, added))).toEqual([]);
      expect(truths.filter(({ removed }) => isOutside(combinations.removed, removed))).toEqual([]);
      expect(truths.filter(({ added, here }) => isOutside(combinations.changeover, here + added))).toEqual([]);
    },
    { numRuns: 100 },
  );
});

function isOutside({ min, max }: Count, truth: number): boolean {
  return truth < min || truth > max;
}

function sameWhereShownSame(
  first: Network,
  second: Network,
  old: ReturnType<typeof worldsOf>[number],
  present: ReturnType<typeof worldsOf>[number],
): boolean {
  return first.attachments.every((attachment, index) =>
    second.attachments.every(
      (other, otherIndex) =>
        JSON.stringify(attachment) !== JSON.stringify(other) || JSON.stringify(old[index]) === JSON.stringify(present[otherIndex]),
    ),
  );
}

test("order never matters", () => {
  const cases = pairs(some).chain(([before, after]) => fc.tuple(fc.constant(before), fc.constant(after), arbitraryShuffling(after)));
  checkLaw(
    { "something is added": 25 },
    [cases],
    ([before, after, shuffled], met) => {
      const expected = difference(before, after);
      met("something is added", expected.combinations.added.min > 0);
      const { subnets, combinations, functions } = difference(before, shuffled);
      expect({ combinations, functions }).toEqual({ combinations: expected.combinations, functions: expected.functions });
      expect(subnets.map((one) => one.combinations)).toEqual(expected.subnets.map((one) => one.combinations));
    },
    { numRuns: 50 },
  );
});
