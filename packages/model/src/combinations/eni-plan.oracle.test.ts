import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Count } from "../count/count";
import { type EniPlan, planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import type { Network } from "../facts/network";
import { arbitraryKnownNetwork, arbitraryList, arbitraryNetwork } from "../testing/arbitrary-network";
import { countable } from "../testing/countable";
import { attach, sampleNetwork } from "../testing/sample-network";
import { cellsOf, type VpcAssignment, vpcAssignments, heldCells, vpcOfUse, marginalCells, numberOfSets } from "../testing/world-counts";
import { type Assumption, type World, worldsOf } from "../testing/worlds";
import type { VpcPlan } from "./vpc-plan";

/** A figure of the plan beside what a world holds. */
type Comparison = readonly [what: string, count: Count, truth: number];

describe("every world that assumption S allows lies within the bounds", () => {
  test("of the stack", () => {
    check("dependencies", 1_000, stackIn);
  });

  test("of each subnet", () => {
    check("dependencies", 1_000, subnetsIn);
  });

  test("of each VPC, for combinations, for what is held, and for sets", () => {
    check("dependencies", 100, vpcsIn);
  });
});

describe("in every world that assumption S allows", () => {
  test("the functions placed in a VPC save what the plan says by sharing one set, and by the merges it offers", () => {
    check("dependencies", 300, savingsIn);
  });
});

describe("a figure whose basis is known holds in every world at all, also where unknown ids are ids of anything", () => {
  const known = ([, count]: Comparison): boolean => count.basis === "known";

  test("for the stack", () => {
    check("none", 300, (outcome) => stackIn(outcome).filter(known));
  });

  test("for each subnet", () => {
    check("none", 300, (outcome) => subnetsIn(outcome).filter(known));
  });

  test("for each VPC, for combinations, for what is held, and for sets", () => {
    check("none", 100, (outcome) => vpcsIn(outcome).filter(known));
  });
});

test("functions with a closed list of subnets and a set of their own reach both bounds in some world", () => {
  const lists = fc.array(arbitraryList(["subnet-1", "subnet-2", "subnet-3", "subnet-4"]), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lists, (subnets) => {
      const network = sampleNetwork({ attachments: subnets.map((list, index) => attach(`function-${index}`, list, [`group-${index}`])) });
      const { attachments, combinations } = planEnis(resolveNetwork(network));
      fc.pre(attachments.every((attachment) => !attachment.subnets.open));
      const truths = worldsOf(network).map((world) => cellsOf(world).length);
      expect([combinations.min, combinations.max]).toEqual([Math.min(...truths), Math.max(...truths)]);
    }),
  );
});

test("a subnet that the plan does not list holds nothing, unless some list is open", () => {
  fc.assert(
    fc.property(arbitraryNetwork(), (network) => {
      const { attachments, subnets } = planEnis(resolveNetwork(network));
      fc.pre(attachments.every((attachment) => !attachment.subnets.open));
      const listed = subnets.map(({ subnet }) => subnet);
      for (const world of worldsOf(countable(network, 1_000))) for (const { subnet } of cellsOf(world)) expect(listed).toContain(subnet);
    }),
  );
});

test("a network without unknowns has exact figures of basis known: those of its one world", () => {
  fc.assert(
    fc.property(arbitraryKnownNetwork(), (network) => {
      const [world = []] = worldsOf(network);
      const outcome = { network, plan: planEnis(resolveNetwork(network)), world };
      for (const [, count, truth] of [...stackIn(outcome), ...subnetsIn(outcome)])
        expect(count).toEqual({ min: truth, likely: truth, max: truth, basis: "known" });
    }),
  );
});

/** What a test compares: a network as it is planned, and one way it may turn out. */
interface Outcome {
  readonly network: Network;
  readonly plan: EniPlan;
  readonly world: World;
}

/** Holds every figure that `compare` yields against every world; a counterexample reads as sentences. */
function check(assumption: Assumption, mostWorlds: number, compare: (outcome: Outcome) => readonly Comparison[]): void {
  const networks = arbitraryNetwork().map((network) => countable(network, mostWorlds, assumption));
  fc.assert(
    fc.property(networks, (network) => {
      const plan = planEnis(resolveNetwork(network));
      const breaches = new Set<string>();
      for (const world of worldsOf(network, assumption))
        for (const [what, { min, max }, truth] of compare({ network, plan, world }))
          if (truth < min || truth > max) breaches.add(`${what}: ${truth} is not within ${min}–${max}`);
      expect([...breaches]).toEqual([]);
    }),
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

function subnetsIn({ network, plan, world }: Outcome): readonly Comparison[] {
  const cells = cellsOf(world);
  return plan.subnets.flatMap(({ subnet, combinations, marginal }): readonly Comparison[] => {
    const here = cells.filter((cell) => cell.subnet === subnet);
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

/** A VPC that does not show is wherever its first function turns out to be. */
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

/** Merging is for whoever turns out to use a set that gives way, also where the plan could not know that it does. */
function savingsIn({ network, plan, world }: Outcome): readonly Comparison[] {
  return plan.vpcs.flatMap(({ attachments, savedBySharing, avoidable, merges }): readonly Comparison[] => {
    const consumers = attachments.map(({ consumer }) => consumer);
    const before = world.filter((_, index) => consumers.includes(network.attachments[index]?.consumer ?? ""));
    const keepOf = (groups: readonly string[]) => merges.find(({ replace }) => replace.some((set) => isSameSet(set, groups)))?.keep;
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
