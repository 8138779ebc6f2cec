import { likelySet } from "../combinations/combinations";
import { exactSet, type ResolvedAttachment, sameSet } from "../combinations/resolved-attachment";
import { isExactSelection, type Selection } from "../selections/selection";
import { between, type Count, weakerBasis } from "../count/count";
import { compareKeys, type Key, keySet } from "../facts/key";
import { MAX_SUBNETS_PER_FUNCTION } from "../facts/lambda-limits";

/** The combinations of one security-group set that only one of two moments has. */
export interface SetChange {
  readonly securityGroups: Selection;
  /** The subnets in which it certainly has the set. */
  readonly subnets: readonly Key[];
  /** Subnets in which one of both moments may have the set. */
  readonly possibleSubnets: readonly Key[];
  readonly combinations: Count;
  /** The functions that hold these combinations, or may. */
  readonly consumers: readonly Key[];
}

/** What the functions with one set hold. */
interface Holding {
  readonly securityGroups: Selection;
  readonly attachments: readonly ResolvedAttachment[];
  readonly certain: ReadonlySet<Key>;
  readonly possible: ReadonlySet<Key>;
  readonly open: boolean;
}

/**
 * The combinations that `attachments` hold and `others` do not, by set, those with most combinations first, then in canonical order.
 * Law: if all lists are exact, the sum over the sets is the number of combinations that only `attachments` hold.
 */
export function setChanges(attachments: readonly ResolvedAttachment[], others: readonly ResolvedAttachment[]): readonly SetChange[] {
  const present = holdings(others);
  return [...holdings(attachments)]
    .flatMap(([set, own]) => changeOf(own, present.get(set)).map((change) => ({ set, change })))
    .sort((left, right) => right.change.combinations.likely - left.change.combinations.likely || compareKeys(left.set, right.set))
    .map(({ change }) => change);
}

function holdings(attachments: readonly ResolvedAttachment[]): ReadonlyMap<string, Holding> {
  const groups = Map.groupBy(attachments, (one) => sameSet(one) ?? `${likelySet(one)} of ${one.consumer}`);
  return new Map(
    [...groups].flatMap(([set, members]) => {
      const [first] = members;
      if (first === undefined) return [];
      const subnets = [...new Set(members.map((one) => one.subnets))];
      return [
        [
          set,
          {
            securityGroups: first.securityGroups,
            attachments: members,
            certain: new Set(subnets.flatMap(({ certain }) => certain)),
            possible: new Set(subnets.flatMap(({ possible }) => possible)),
            open: subnets.some(({ open }) => open),
          },
        ] as const,
      ];
    }),
  );
}

function changeOf({ securityGroups, attachments, certain, possible, open }: Holding, other: Holding | undefined): readonly SetChange[] {
  const only = (subnet: Key): boolean => other === undefined || !other.possible.has(subnet);
  const subnets = keySet([...certain].filter(only));
  const possibleSubnets = keySet([...possible].filter((subnet) => !other?.certain.has(subnet) && !subnets.includes(subnet)));
  const isOpen = open && other?.open !== true;
  // What may be in both moments is no change if it shows the same in both.
  const isSame = subnets.length === 0 && other !== undefined && sameSets(possible, other.possible) && sameSets(certain, other.certain);
  if (isSame || (subnets.length === 0 && possibleSubnets.length === 0 && !isOpen)) return [];
  const concerned = new Set([...subnets, ...possibleSubnets]);
  const consumers = attachments.filter((one) => one.subnets.open || one.subnets.possible.some((subnet) => concerned.has(subnet)));
  return [
    {
      securityGroups,
      subnets,
      possibleSubnets,
      combinations: countOf(consumers, { subnets, possibleSubnets, isOpen }),
      consumers: keySet(consumers.map(({ consumer }) => consumer)),
    },
  ];
}

function countOf(
  attachments: readonly ResolvedAttachment[],
  { subnets, possibleSubnets, isOpen }: Pick<SetChange, "subnets" | "possibleSubnets"> & { readonly isOpen: boolean },
): Count {
  const likely = new Set(attachments.flatMap((one) => one.subnets.likely));
  const isExact = attachments.every((one) => exactSet(one) !== undefined);
  const basis = attachments.map((one) => weakerBasis(one.subnets.basis, one.securityGroups.basis)).reduce(weakerBasis, "known");
  const most = subnets.length + possibleSubnets.length;
  return between(
    isExact ? subnets.length : 0,
    subnets.length + possibleSubnets.filter((subnet) => likely.has(subnet)).length,
    isOpen ? Math.max(most, MAX_SUBNETS_PER_FUNCTION * attachments.length) : most,
    basis,
  );
}

function sameSets(left: ReadonlySet<Key>, right: ReadonlySet<Key>): boolean {
  return left.size === right.size && [...left].every((key) => right.has(key));
}

/** Whether the set of a change is known. */
export function isExactSet({ securityGroups }: Pick<SetChange, "securityGroups">): boolean {
  return isExactSelection(securityGroups);
}
