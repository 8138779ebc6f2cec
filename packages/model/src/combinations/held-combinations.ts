import type { PossibleAliases } from "./possible-aliases";
import { likelySet } from "./combinations";
import type { HeldCombination } from "../facts/inventory";
import { type Key, keySet } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import { exactSet, type ResolvedAttachment } from "./resolved-attachment";
import { mayStandFor, type Selection } from "../selections/selection";

/** The subnets in which the account holds a security-group set, by the set's canonical text. */
type HeldSets = ReadonlyMap<string, HeldSet>;

interface HeldSet {
  readonly securityGroups: readonly Key[];
  readonly subnets: Set<Key>;
}

const NOWHERE: ReadonlySet<Key> = new Set();

/**
 * The combinations that the account holds already, and the subnets in which an attachment finds its set among them.
 * Law: `lower ⊆ what it finds ⊆ upper`, for every value of the unknowns.
 */
export class HeldCombinations {
  private readonly sets: HeldSets;
  private readonly collapsedSets: HeldSets;
  private readonly cache = new Map<string, ReadonlySet<Key>>();

  /** `oneAccount`: whether the stack certainly is one account. If it may be several, the inventory covers only one of them. */
  constructor(
    combinations: readonly HeldCombination[],
    aliases: PossibleAliases,
    private readonly oneAccount: boolean,
  ) {
    this.sets = bySet(combinations);
    this.collapsedSets = bySet(
      combinations.map(({ subnet, securityGroups }) => ({
        subnet: aliases.representative(subnet),
        securityGroups: securityGroups.map((group) => aliases.representative(group)),
      })),
    );
  }

  /** Whether the account holds none. */
  get isEmpty(): boolean {
    return this.sets.size === 0;
  }

  /** Subnets that hold its set for certain: none if its set is not exact. */
  lower(attachment: ResolvedAttachment): ReadonlySet<Key> {
    return this.oneAccount ? subnetsOf(this.sets, exactSet(attachment)) : NOWHERE;
  }

  /** Subnets that hold the set it likely has. */
  estimate(attachment: ResolvedAttachment): ReadonlySet<Key> {
    return subnetsOf(this.sets, likelySet(attachment));
  }

  /** Subnets that hold some set that it may have. The attachment, and so the result, must be collapsed (`PossibleAliases.collapsed`). */
  upper(attachment: ResolvedAttachment): ReadonlySet<Key> {
    const exact = exactSet(attachment);
    if (exact !== undefined) return subnetsOf(this.collapsedSets, exact);
    return this.perhapsHolding(attachment.securityGroups);
  }

  /** Results are cached: functions often have equal selections, and each is looked up more than once. */
  private perhapsHolding(selection: Selection): ReadonlySet<Key> {
    const { certain, possible, least, most, open } = selection;
    const text = JSON.stringify([certain, possible, least, most, open]);
    const cached = this.cache.get(text);
    if (cached !== undefined) return cached;
    const sets = [...this.collapsedSets.values()].filter(({ securityGroups }) => mayStandFor(selection, securityGroups));
    const subnets = new Set(sets.flatMap((set) => [...set.subnets]));
    this.cache.set(text, subnets);
    return subnets;
  }
}

function bySet(combinations: readonly HeldCombination[]): HeldSets {
  const sets = new Map<string, HeldSet>();
  for (const { subnet, securityGroups } of combinations) {
    const set = keySet(securityGroups);
    const held = sets.get(setKey(set)) ?? { securityGroups: set, subnets: new Set() };
    sets.set(setKey(set), held);
    held.subnets.add(subnet);
  }
  return sets;
}

function subnetsOf(sets: HeldSets, set: string | undefined): ReadonlySet<Key> {
  return (set === undefined ? undefined : sets.get(set)?.subnets) ?? NOWHERE;
}
