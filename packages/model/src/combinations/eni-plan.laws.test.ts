import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type EniPlan, planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import type { Inventory } from "../facts/inventory";
import type { Attachment, Network } from "../facts/network";
import type { PartialList } from "../facts/partial-list";
import {
  arbitraryAliasedNetwork,
  arbitraryKnownNetwork,
  arbitraryNetwork,
  arbitraryNetworkOfTwoVpcs,
} from "../testing/arbitrary/arbitrary-network";
import { boundsOf, type Figures, figuresOf } from "../testing/figures";
import { renamed, reversedName } from "../testing/variations/renaming";
import { countable } from "../testing/worlds/countable";
import { vpcAssignments } from "../testing/worlds/world-counts";
import { worldsOf } from "../testing/worlds/worlds";
import { arbitraryShuffling } from "../testing/variations/shuffling";

function planOf(network: Network): EniPlan {
  return planEnis(resolveNetwork(network));
}

const runs = { numRuns: 300 };
/** Networks of which some have keys that may be the same thing. */
const networks = fc.oneof({ weight: 2, arbitrary: arbitraryNetwork() }, { weight: 1, arbitrary: arbitraryAliasedNetwork() });

describe("no figure changes", () => {
  test("with the order of anything, nor with duplicates in a list", () => {
    const pairs = networks.chain((network) => fc.tuple(fc.constant(network), arbitraryShuffling(network)));
    checkLaw(
      { "keys may be the same thing": 15, "a merge is offered": 5 },
      [pairs],
      ([network, shuffling], met) => {
        const plan = planOf(network);
        met("keys may be the same thing", network.aliases);
        met("a merge is offered", offersMerge(plan));
        expect(figuresOf(planOf(shuffling))).toEqual(figuresOf(plan));
      },
      runs,
    );
  });

  test("with names, not even when they sort otherwise, but what merging saves where the first by name of equally small sets is kept", () => {
    checkLaw(
      { "a merge is offered": 5, "every figure is compared": 60, "keys may be the same thing": 15 },
      [networks],
      (network, met) => {
        const plan = planOf(network);
        met("keys may be the same thing", network.aliases);
        met("a merge is offered", offersMerge(plan));
        const merges = plan.vpcs.flatMap((vpc) => vpc.merges);
        const tied = merges.some(({ keep, replace }) => replace.some((set) => set.length === keep.length));
        const comparable = met("every figure is compared", !tied) ? /^/ : /^(?!avoidable|saved in)/;
        const of = (figures: Figures) => Object.entries(figures).filter(([what]) => comparable.test(what));
        const renamedPlan = planOf(renamed(network, reversedName));
        expect(new Map(of(figuresOf(renamedPlan, reversedName)))).toEqual(new Map(of(figuresOf(plan))));
      },
      runs,
    );
  });

  test("but for its basis, when known elements become holes with themselves as the only candidates", () => {
    checkLaw(
      { "an element is hidden": 60 },
      [arbitraryKnownNetwork(), fc.infiniteStream(fc.boolean())],
      (network, coins, met) => {
        const hidden = network.attachments.map((attachment) => ({
          ...attachment,
          subnets: hideSome(attachment.subnets, coins),
          securityGroups: hideSome(attachment.securityGroups, coins),
        }));
        met(
          "an element is hidden",
          hidden.some(({ subnets, securityGroups }) => subnets.holes !== 0 || securityGroups.holes !== 0),
        );
        const [before, after] = [planOf(network), planOf({ ...network, attachments: hidden })].map((plan) => boundsOf(figuresOf(plan)));
        expect(after).toEqual(before);
      },
      runs,
    );
  });
});

function offersMerge({ vpcs }: EniPlan): boolean {
  return vpcs.some(({ merges }) => merges.length > 0);
}

function hideSome(list: PartialList, coins: Iterator<boolean>): PartialList {
  const distinct = [...new Set(list.known)];
  const hidden = distinct.filter(() => coins.next().value === true);
  return { known: distinct.filter((key) => !hidden.includes(key)), holes: hidden.length, candidates: hidden };
}

describe("the stack's bounds", () => {
  test("never fall when an attachment is added", () => {
    checkLaw(
      { "the min rises": 15, "the max rises": 30, "keys may be the same thing": 15 },
      [networks],
      (network, met) => {
        const fewer = planOf({ ...network, attachments: network.attachments.slice(0, -1) }).combinations;
        const more = planOf(network).combinations;
        met("keys may be the same thing", network.aliases);
        met("the min rises", more.min > fewer.min);
        met("the max rises", more.max > fewer.max);
        expect(more.min).toBeGreaterThanOrEqual(fewer.min);
        expect(more.max).toBeGreaterThanOrEqual(fewer.max);
      },
      runs,
    );
  });
});

describe("marginal combinations", () => {
  /** Every marginal figure of a plan by the name of what it is about. */
  const marginals = (network: Network) => Object.entries(figuresOf(planOf(network))).filter(([what]) => what.includes("marginal"));
  const further = ["subnet-1", "subnet-2"].map((subnet) => ({ subnet, securityGroups: ["group-1"] }));
  const empty: Inventory = { subnets: [], combinations: [] };

  test("are all combinations where the account holds nothing", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (network) => {
        const { combinations, marginal, vpcs, subnets } = planOf({ ...network, inventory: empty });
        expect(marginal).toEqual(combinations);
        expect(vpcs.map((vpc) => vpc.marginal)).toEqual(vpcs.map((vpc) => vpc.combinations));
        expect(subnets.map((subnet) => subnet.marginal)).toEqual(subnets.map((subnet) => subnet.combinations));
      }),
      runs,
    );
  });

  test("never rise when the account holds more", () => {
    checkLaw(
      { "a figure falls": 15, "keys may be the same thing": 15 },
      [networks],
      ({ inventory = empty, ...network }, met) => {
        const larger = { ...inventory, combinations: [...inventory.combinations, ...further] };
        const after = new Map(marginals({ ...network, inventory: larger }));
        met("keys may be the same thing", network.aliases);
        for (const [what, before] of marginals({ ...network, inventory })) {
          const [now, bounds] = [after.get(what) ?? before, ["min", "likely", "max"] as const];
          met(
            "a figure falls",
            bounds.some((bound) => now[bound] < before[bound]),
          );
          expect({ what, rises: bounds.filter((bound) => now[bound] > before[bound]) }).toEqual({ what, rises: [] });
        }
      },
      runs,
    );
  });
});

describe("hiding an element among several candidates only widens", () => {
  const lists = ["subnets", "securityGroups"] as const;
  const extra = { subnets: ["subnet-1", "subnet-2"], securityGroups: ["group-1", "group-2", "group-3"] };

  test.each(lists)("every bound that both plans have, for an element of %s", (list) => {
    checkLaw(
      { "an element is hidden": 25, "the network can exist": 20, "a bound widens": 15 },
      [arbitraryNetwork().map((network) => countable(network, 100))],
      (network, met) => {
        const [first, ...others] = network.attachments;
        const hidden = first === undefined ? undefined : hideFirst(first, list, extra[list]);
        if (!met("an element is hidden", hidden)) return;
        const [before, after] = [network, { ...network, attachments: [hidden, ...others] }].map((one) => figuresOf(planOf(one)));
        const comparable = met("the network can exist", canExist(network))
          ? /^stack|^subnet|^(combinations|marginal|sets) of vpc-|^held in vpc-/
          : /^stack|^subnet/;
        const both = Object.entries(after ?? {}).flatMap(([what, wide]) => {
          const narrow = before?.[what];
          return narrow === undefined || !comparable.test(what) ? [] : [{ what, wide, narrow }];
        });
        met(
          "a bound widens",
          both.some(({ wide, narrow }) => wide.min < narrow.min || wide.max > narrow.max),
        );
        expect(both.filter(({ wide, narrow }) => wide.min > narrow.min || wide.max < narrow.max)).toEqual([]);
      },
      runs,
    );
  });
});

/** Whether AWS would take the network in some world: what contradicts itself may look narrower once something of it is hidden. */
function canExist(network: Network): boolean {
  return worldsOf(network).some((world) => vpcAssignments(network, world).length > 0);
}

/** The attachment with the first known element of an exact list hidden among `others` and itself. */
function hideFirst(attachment: Attachment, list: "subnets" | "securityGroups", others: readonly string[]): Attachment | undefined {
  const [element, ...rest] = [...new Set(attachment[list].known)];
  if (element === undefined || attachment[list].holes !== 0) return undefined;
  return { ...attachment, [list]: { known: rest, holes: 1, candidates: [element, ...others] } };
}

describe("merging", () => {
  test("never adds a combination, and saves exactly what it says in a network without unknowns", () => {
    checkLaw(
      { "a merge saves": 8 },
      [arbitraryKnownNetwork()],
      (network, met) => {
        const before = planOf(network);
        const after = planOf(merged(network));
        const avoidable = before.vpcs.reduce((total, vpc) => total + vpc.avoidable.max, 0);
        met("a merge saves", avoidable > 0);
        expect(after.combinations.max).toBe(before.combinations.max - avoidable);
        const savedByMerges = before.vpcs.map(({ merges }) => merges.reduce((total, merge) => total + merge.saved.max, 0));
        expect(savedByMerges).toEqual(before.vpcs.map((vpc) => vpc.avoidable.max));
      },
      runs,
    );
  });

  test("leaves nothing more to merge", () => {
    checkLaw(
      { "a merge is offered": 15 },
      [arbitraryKnownNetwork()],
      (network, met) => {
        met("a merge is offered", offersMerge(planOf(network)));
        expect(planOf(merged(network)).vpcs.flatMap(({ merges }) => merges)).toEqual([]);
      },
      runs,
    );
  });

  test("saves no more than sharing one set", () => {
    checkLaw(
      { "a merge is offered": 5, "a saving is certain": 5 },
      [arbitraryNetwork()],
      (network, met) => {
        const plan = planOf(network);
        met("a merge is offered", offersMerge(plan));
        for (const { avoidable, savedBySharing } of plan.vpcs) {
          met("a saving is certain", savedBySharing.min > 0);
          expect(avoidable.min).toBeLessThanOrEqual(savedBySharing.min);
          expect(avoidable.likely).toBeLessThanOrEqual(savedBySharing.likely);
          expect(avoidable.max).toBeLessThanOrEqual(savedBySharing.max);
        }
      },
      runs,
    );
  });

  test("stays within one VPC", () => {
    checkLaw(
      { "a merge is offered": 5, "groups of two VPCs grant the same": 25 },
      [arbitraryNetworkOfTwoVpcs()],
      ({ securityGroups, ...facts }, met) => {
        const grants = securityGroups.map(({ vpc, outbound, references }) => ({ vpc, access: JSON.stringify([outbound, references]) }));
        met(
          "groups of two VPCs grant the same",
          grants.some(({ vpc, access }) => grants.some((one) => one.access === access && one.vpc !== vpc)),
        );
        const homes = new Map(securityGroups.map((group) => [group.key, group.vpc] as const));
        const merges = planOf({ securityGroups, ...facts }).vpcs.flatMap((vpc) => vpc.merges);
        met("a merge is offered", merges.length > 0);
        for (const { keep, replace } of merges) expect(new Set([keep, ...replace].flat().map((group) => homes.get(group))).size).toBe(1);
      },
      runs,
    );
  });
});

/** The network once every merge that its plan offers is done. */
function merged(network: Network): Network {
  const attachments = planOf(network).vpcs.flatMap(({ attachments, merges }) =>
    attachments.flatMap(({ consumer, securityGroups }) => {
      const merge = merges.find(({ replace }) => replace.some((set) => set.join() === securityGroups.certain.join()));
      return merge === undefined ? [] : [[consumer, merge.keep] as const];
    }),
  );
  const kept = new Map(attachments);
  return {
    ...network,
    attachments: network.attachments.map((attachment) => ({
      ...attachment,
      securityGroups: { ...attachment.securityGroups, known: kept.get(attachment.consumer) ?? attachment.securityGroups.known },
    })),
  };
}
