import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Count } from "../count/count";
import { type EniPlan, planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import type { Network } from "../facts/network";
import { arbitraryList } from "../testing/arbitrary/arbitrary-list";
import { arbitraryAliasedNetwork, arbitraryKnownNetwork, arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { type AliasResolution, aliasResolutions, resolvedWorld } from "../testing/worlds/alias-resolutions";
import { countable } from "../testing/worlds/countable";
import { attach, sampleNetwork } from "../testing/samples/sample-network";
import {
  cellsOf,
  type VpcAssignment,
  vpcAssignments,
  heldCells,
  vpcOfUse,
  marginalCells,
  numberOfSets,
} from "../testing/worlds/world-counts";
import { type Assumption, type World, worldsOf } from "../testing/worlds/worlds";
import type { VpcPlan } from "./vpc-plan";

function planOf(network: Network): EniPlan {
  return planEnis(resolveNetwork(network));
}

/** A figure of the plan and the number that a world holds. */
type Comparison = readonly [what: string, count: Count, truth: number];

describe("every world that assumption S allows lies within the bounds", () => {
  test("of the stack", () => {
    check("dependencies", 1_000, stackIn, {
      "the stack holds combinations": [60, holds("stack")],
      "the account holds some of them": [5, holdsLess("marginal in the stack", "stack")],
    });
  });

  test("of each subnet", () => {
    check("dependencies", 1_000, subnetsIn, {
      "a subnet holds combinations": [60, holds("subnet-")],
      "the account holds some of them": [5, holdsLess("marginal in ", "subnet-")],
    });
  });

  test("of each VPC, for combinations, for what is held, and for sets", () => {
    check("dependencies", 100, vpcsIn, {
      "a VPC holds combinations": [50, holds("combinations of ")],
      "the account holds some of them": [5, holdsLess("marginal of ", "combinations of ")],
      "the account holds combinations in a VPC": [20, holds("held in ")],
      "a VPC has several sets": [30, holds("sets of ", 2)],
    });
  });
});

describe("in every world that assumption S allows", () => {
  test("the functions placed in a VPC save what the plan says by sharing one set, and by the merges it offers", () => {
    check("dependencies", 300, savingsIn, {
      "sharing one set saves": [30, holds("saved by sharing")],
      "a merge saves": [5, holds("avoidable")],
    });
  });
});

describe("a figure whose basis is known holds in every world at all, also where unknown ids are ids of anything", () => {
  const known = ([, count]: Comparison): boolean => count.basis === "known";
  const networks = fc.oneof(arbitraryKnownNetwork(), arbitraryNetwork());

  test("for the stack", () => {
    const cases = { "the basis of a figure is known": [25, holds("stack")] } as const;
    check("none", 300, (outcome) => stackIn(outcome).filter(known), cases, networks);
  });

  test("for each subnet", () => {
    const cases = { "the basis of a figure is known": [30, holds("subnet-")] } as const;
    check("none", 300, (outcome) => subnetsIn(outcome).filter(known), cases, networks);
  });

  test("for each VPC, for combinations, for what is held, and for sets", () => {
    const cases = {
      "the basis of combinations is known": [20, holds("combinations of ")],
      "the basis of what is held is known": [10, holds("held in ")],
      "the basis of several sets is known": [10, holds("sets of ", 2)],
    } as const;
    check("none", 100, (outcome) => vpcsIn(outcome).filter(known), cases, networks);
  });
});

describe("where keys may be the same thing, every way in which they turn out lies within the bounds", () => {
  const oneThing = {
    "one thing holds fewer combinations than two": [
      30,
      (_: unknown, { world, distinct }: Outcome) => cellsOf(world).length < cellsOf(distinct).length,
    ],
  } as const;
  test("of the stack", () => {
    check("dependencies", 300, stackIn, oneThing, arbitraryAliasedNetwork());
  });

  test("of each subnet", () => {
    check("dependencies", 300, subnetsIn, oneThing, arbitraryAliasedNetwork());
  });

  test("of each VPC, for combinations, for what is held, and for sets", () => {
    check("dependencies", 100, vpcsIn, oneThing, arbitraryAliasedNetwork());
  });

  test("of what sharing one set saves, and merging", () => {
    check("dependencies", 100, savingsIn, { "sharing one set saves": [30, holds("saved by sharing")] }, arbitraryAliasedNetwork());
  });
});

test("functions with a closed list of subnets and a set of their own reach both bounds in some world", () => {
  const lists = fc.array(arbitraryList(["subnet-1", "subnet-2", "subnet-3", "subnet-4"]), { minLength: 1, maxLength: 4 });
  checkLaw(
    { "all lists are closed": 25, "the bounds differ": 5 },
    [lists],
    (subnets, met) => {
      const network = sampleNetwork({ attachments: subnets.map((list, index) => attach(`function-${index}`, list, [`group-${index}`])) });
      const { attachments, combinations } = planOf(network);
      const closed = attachments.every((attachment) => !attachment.subnets.open);
      if (!met("all lists are closed", closed)) return;
      met("the bounds differ", combinations.min < combinations.max);
      const truths = worldsOf(network).map((world) => cellsOf(world).length);
      expect([combinations.min, combinations.max]).toEqual([Math.min(...truths), Math.max(...truths)]);
    },
    { numRuns: 500 },
  );
});

test("a subnet that the plan does not list holds nothing, unless some list is open", () => {
  checkLaw(
    { "no list is open": 25, "the plan leaves a subnet out": 10 },
    [arbitraryNetwork()],
    (network, met) => {
      const { attachments, subnets } = planOf(network);
      const closed = attachments.every((attachment) => !attachment.subnets.open);
      if (!met("no list is open", closed)) return;
      const [listed, made] = [subnets.map(({ subnet }) => subnet), network.subnets.map(({ key }) => key)];
      met("the plan leaves a subnet out", !made.every((key) => listed.includes(key)));
      for (const world of worldsOf(countable(network, 1_000))) for (const { subnet } of cellsOf(world)) expect(listed).toContain(subnet);
    },
    { numRuns: 200 },
  );
});

test("a network without unknowns has exact figures of basis known: those of its one world", () => {
  checkLaw({ "a subnet holds combinations": 60 }, [arbitraryKnownNetwork()], (network, met) => {
    const [world = []] = worldsOf(network);
    const outcome = { network, plan: planOf(network), world, distinct: world, called: (key: string) => key };
    met("a subnet holds combinations", holds("subnet-")(subnetsIn(outcome), outcome));
    for (const [, count, truth] of [...stackIn(outcome), ...subnetsIn(outcome)])
      expect(count).toEqual({ min: truth, likely: truth, max: truth, basis: "known" });
  });
});

/** What a test compares: a network as it is planned, and one way it may turn out. */
interface Outcome extends AliasResolution {
  readonly plan: EniPlan;
  readonly world: World;
  /** The world in which keys that may be the same thing are distinct. */
  readonly distinct: World;
}

/** Whether the comparisons of one world are an interesting case. */
type Meets = (comparisons: readonly Comparison[], outcome: Outcome) => boolean;

/** A figure of this name has something to count, `atLeast` so many. */
function holds(what: string, atLeast = 1): Meets {
  return (comparisons) => comparisons.some(([name, , truth]) => name.startsWith(what) && truth >= atLeast);
}

/** A figure of the name `less` counts less than the figure before it, of the name `more`. */
function holdsLess(less: string, more: string): Meets {
  return (comparisons) =>
    comparisons.some(([name, , truth], index) => {
      const [before, , most] = comparisons[index - 1] ?? ["", undefined, 0];
      return name.startsWith(less) && before.startsWith(more) && truth < most;
    });
}

/** The interesting cases of a test by name. */
type Cases<Case extends string> = Readonly<Record<Case, readonly [leastShare: number, meets: Meets]>>;

/** Holds every figure that `compare` yields against every world; a counterexample reads as sentences. */
function check<Case extends string>(
  assumption: Assumption,
  mostWorlds: number,
  compare: (outcome: Outcome) => readonly Comparison[],
  cases: Cases<Case>,
  networks = arbitraryNetwork(),
): void {
  const entries = Object.entries(cases) as [Case, Cases<Case>[Case]][];
  const leastShares = Object.fromEntries(entries.map(([name, [least]]) => [name, least])) as Record<Case, number>;
  checkLaw(
    leastShares,
    [networks.map((network) => countable(network, mostWorlds, assumption))],
    (network, met) => {
      const plan = planOf(network);
      const breaches = new Set<string>();
      const outcomes = aliasResolutions(network).flatMap((resolution) =>
        worldsOf(network, assumption).map((distinct) => {
          return { ...resolution, plan, distinct, world: resolvedWorld(distinct, resolution) };
        }),
      );
      for (const outcome of outcomes) {
        const comparisons = compare(outcome);
        for (const [name, [, meets]] of entries) met(name, meets(comparisons, outcome));
        for (const [what, { min, max }, truth] of comparisons)
          if (truth < min || truth > max) breaches.add(`${what}: ${truth} is not within ${min}–${max}`);
      }
      expect([...breaches]).toEqual([]);
    },
    { numRuns: 200 },
  );
}

function stackIn({ network, plan, world }: Outcome): readonly Comparison[] {
  const cells = cellsOf(world);
  return [
    ["stack", plan.combinations, cells.length],
    ["marginal in the stack", plan.marginal, marginalCells(network, cells).length],
  ];
}

function subnetsIn({ network, plan, world, called }: Outcome): readonly Comparison[] {
  const cells = cellsOf(world);
  return plan.subnets.flatMap(({ subnet, combinations, marginal }): readonly Comparison[] => {
    const here = cells.filter((cell) => cell.subnet === called(subnet));
    return [
      [subnet, combinations, here.length],
      [`marginal in ${subnet}`, marginal, marginalCells(network, here).length],
    ];
  });
}

function vpcsIn(outcome: Outcome): readonly Comparison[] {
  return vpcAssignments(outcome.network, outcome.world).flatMap((assignment) =>
    outcome.plan.vpcs.flatMap((plan) => vpcIn(outcome, plan, assignment)),
  );
}

/** An unknown VPC is the VPC of its first function. */
function vpcIn(
  { network, world }: Outcome,
  { vpc, attachments, combinations, marginal, held, sets }: VpcPlan,
  assignment: VpcAssignment,
): readonly Comparison[] {
  const homes = world.map((use) => vpcOfUse(network, use, assignment));
  const home = vpc ?? homes[network.attachments.findIndex(({ consumer }) => consumer === attachments[0]?.consumer)];
  const here = world.filter((_, index) => homes[index] === home);
  const name = vpc ?? "the VPC that does not show";
  return [
    [`combinations of ${name}`, combinations, cellsOf(here).length],
    [`marginal of ${name}`, marginal, marginalCells(network, cellsOf(here)).length],
    [`held in ${name}`, held.count, heldCells(network).filter((cell) => assignment.get(cell.subnet) === home).length],
    [`sets of ${name}`, sets, numberOfSets(here)],
  ];
}

/** A merge applies to every function that uses a replaced set, even if the plan could not know that it does. */
function savingsIn({ network, plan, world, called }: Outcome): readonly Comparison[] {
  return plan.vpcs.flatMap(({ attachments, savedBySharing, avoidable, merges }): readonly Comparison[] => {
    const consumers = attachments.map(({ consumer }) => consumer);
    const before = world.filter((_, index) => consumers.includes(network.attachments[index]?.consumer ?? ""));
    const keepOf = (groups: readonly string[]) => {
      const merge = merges.find(({ replace }) => replace.some((set) => isSameSet(set.map(called), groups)));
      return merge && [...new Set(merge.keep.map(called))];
    };
    const sharing = before.map((use) => ({ ...use, groups: ["the one set"] }));
    const merging = before.map((use) => ({ ...use, groups: keepOf(use.groups) ?? use.groups }));
    return [
      ["saved by sharing", savedBySharing, cellsOf(before).length - cellsOf(sharing).length],
      ["avoidable", avoidable, cellsOf(before).length - cellsOf(merging).length],
    ];
  });
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.every((one) => right.includes(one)) && right.every((one) => left.includes(one));
}
