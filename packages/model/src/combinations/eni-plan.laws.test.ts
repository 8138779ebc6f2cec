import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import type { Inventory } from "../facts/inventory";
import type { Attachment, Network } from "../facts/network";
import type { PartialList } from "../facts/partial-list";
import { arbitraryKnownNetwork, arbitraryNetwork } from "../testing/arbitrary-network";
import { boundsOf, figuresOf } from "../testing/figures";
import { renamed, reversedName } from "../testing/renaming";
import { countable } from "../testing/countable";
import { vpcAssignments } from "../testing/world-counts";
import { worldsOf } from "../testing/worlds";
import { arbitraryShuffling } from "../testing/shuffling";

const runs = { numRuns: 300 };

describe("no figure changes", () => {
  test("with the order of anything, nor with duplicates in a list", () => {
    const pairs = arbitraryNetwork().chain((network) => fc.tuple(fc.constant(network), arbitraryShuffling(network)));
    fc.assert(
      fc.property(pairs, ([network, shuffling]) => {
        expect(figuresOf(planEnis(resolveNetwork(shuffling)))).toEqual(figuresOf(planEnis(resolveNetwork(network))));
      }),
      runs,
    );
  });

  test("with names, not even when they sort otherwise", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (network) => {
        expect(figuresOf(planEnis(resolveNetwork(renamed(network, reversedName))), reversedName)).toEqual(
          figuresOf(planEnis(resolveNetwork(network))),
        );
      }),
      runs,
    );
  });

  test("but for its basis, when known elements become holes with themselves as the only candidates", () => {
    fc.assert(
      fc.property(arbitraryKnownNetwork(), fc.infiniteStream(fc.boolean()), (network, coins) => {
        const hidden = network.attachments.map((attachment) => ({
          ...attachment,
          subnets: hideSome(attachment.subnets, coins),
          securityGroups: hideSome(attachment.securityGroups, coins),
        }));
        const [before, after] = [planEnis(resolveNetwork(network)), planEnis(resolveNetwork({ ...network, attachments: hidden }))].map(
          (plan) => boundsOf(figuresOf(plan)),
        );
        expect(after).toEqual(before);
      }),
      runs,
    );
  });
});

function hideSome(list: PartialList, coins: Iterator<boolean>): PartialList {
  const distinct = [...new Set(list.known)];
  const hidden = distinct.filter(() => coins.next().value === true);
  return { known: distinct.filter((key) => !hidden.includes(key)), holes: hidden.length, candidates: hidden };
}

describe("the stack's bounds", () => {
  test("never fall when an attachment is added", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (network) => {
        const fewer = planEnis(resolveNetwork({ ...network, attachments: network.attachments.slice(0, -1) })).combinations;
        const more = planEnis(resolveNetwork(network)).combinations;
        expect(more.min).toBeGreaterThanOrEqual(fewer.min);
        expect(more.max).toBeGreaterThanOrEqual(fewer.max);
      }),
      runs,
    );
  });
});

describe("marginal combinations", () => {
  /** Every marginal figure of a plan by the name of what it is about. */
  const marginals = (network: Network) =>
    Object.entries(figuresOf(planEnis(resolveNetwork(network)))).filter(([what]) => what.includes("marginal"));
  const further = ["subnet-1", "subnet-2"].map((subnet) => ({ subnet, securityGroups: ["group-1"] }));
  const empty: Inventory = { subnets: [], combinations: [] };

  test("are all combinations where the account holds nothing", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (network) => {
        const { combinations, marginal, vpcs, subnets } = planEnis(resolveNetwork({ ...network, inventory: empty }));
        expect(marginal).toEqual(combinations);
        expect(vpcs.map((vpc) => vpc.marginal)).toEqual(vpcs.map((vpc) => vpc.combinations));
        expect(subnets.map((subnet) => subnet.marginal)).toEqual(subnets.map((subnet) => subnet.combinations));
      }),
      runs,
    );
  });

  test("never rise when the account holds more", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), ({ inventory = empty, ...network }) => {
        const larger = { ...inventory, combinations: [...inventory.combinations, ...further] };
        const more = new Map(marginals({ ...network, inventory: larger }));
        for (const [what, before] of marginals({ ...network, inventory })) {
          const after = more.get(what) ?? before;
          const rises = (["min", "likely", "max"] as const).filter((bound) => after[bound] > before[bound]);
          expect({ what, rises }).toEqual({ what, rises: [] });
        }
      }),
      runs,
    );
  });
});

describe("hiding an element among several candidates only widens", () => {
  const networks = arbitraryNetwork().map((network) => countable(network, 100));
  const lists = ["subnets", "securityGroups"] as const;
  const extra = { subnets: ["subnet-1", "subnet-2"], securityGroups: ["group-1", "group-2", "group-3"] };

  test.each(lists)("every bound that both plans have, for an element of %s", (list) => {
    fc.assert(
      fc.property(networks, (network) => {
        const [first, ...others] = network.attachments;
        const hidden = first === undefined ? undefined : hideFirst(first, list, extra[list]);
        fc.pre(hidden !== undefined);
        const before = figuresOf(planEnis(resolveNetwork(network)));
        const exists = canExist(network);
        const after = figuresOf(planEnis(resolveNetwork({ ...network, attachments: [hidden, ...others] })));
        for (const [what, wide] of Object.entries(after)) {
          const narrow = before[what];
          if (
            narrow === undefined ||
            !(exists ? /^stack|^subnet|^(combinations|marginal|sets) of vpc-|^held in vpc-/ : /^stack|^subnet/).test(what)
          )
            continue;
          expect({ what, min: wide.min <= narrow.min, max: wide.max >= narrow.max }).toEqual({ what, min: true, max: true });
        }
      }),
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
    fc.assert(
      fc.property(arbitraryKnownNetwork(), (network) => {
        const before = planEnis(resolveNetwork(network));
        const after = planEnis(resolveNetwork(merged(network)));
        const avoidable = before.vpcs.reduce((total, vpc) => total + vpc.avoidable.max, 0);
        expect(after.combinations.max).toBe(before.combinations.max - avoidable);
        for (const { avoidable, merges } of before.vpcs)
          expect(merges.reduce((total, merge) => total + merge.saved.max, 0)).toBe(avoidable.max);
      }),
      runs,
    );
  });

  test("leaves nothing more to merge", () => {
    fc.assert(
      fc.property(arbitraryKnownNetwork(), (network) => {
        expect(planEnis(resolveNetwork(merged(network))).vpcs.flatMap(({ merges }) => merges)).toEqual([]);
      }),
      runs,
    );
  });

  test("saves no more than sharing one set", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (network) => {
        for (const { avoidable, savedBySharing } of planEnis(resolveNetwork(network)).vpcs) {
          expect(avoidable.min).toBeLessThanOrEqual(savedBySharing.min);
          expect(avoidable.likely).toBeLessThanOrEqual(savedBySharing.likely);
          expect(avoidable.max).toBeLessThanOrEqual(savedBySharing.max);
        }
      }),
      runs,
    );
  });

  test("stays within one VPC", () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (network) => {
        const homes = new Map(network.securityGroups.map((group) => [group.key, group.vpc] as const));
        for (const { keep, replace } of planEnis(resolveNetwork(network)).vpcs.flatMap(({ merges }) => merges))
          expect(new Set([keep, ...replace].flat().map((group) => homes.get(group))).size).toBe(1);
      }),
      runs,
    );
  });
});

/** The network once every merge that its plan offers is done. */
function merged(network: Network): Network {
  const attachments = planEnis(resolveNetwork(network)).vpcs.flatMap(({ attachments, merges }) =>
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
