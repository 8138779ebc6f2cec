import type { PossibleAliases } from "./possible-aliases";
import { likelySet } from "./combinations";
import type { HeldCombination } from "../facts/inventory";
import { type Key, keySet } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import { exactSet, type ResolvedAttachment } from "./resolved-attachment";
import { mayStandFor, type Selection } from "./selection";

/** The subnets in which the account holds a security-group set, by the set's canonical text. */
type HeldSets = ReadonlyMap<string, HeldSet>;

interface HeldSet {
  readonly securityGroups: readonly Key[];
  readonly subnets: Set<Key>;
}

const NOWHERE: ReadonlySet<Key> = new Set();

/**
 * The combinations that the account holds already, and in which subnets an attachment would find its own set among them.
 * Law: `lower ⊆ what it finds ⊆ upper`, whatever unknowns turn out to be.
 */
export class HeldCombinations {
  private readonly sets: HeldSets;
  private readonly collapsedSets: HeldSets;
  private readonly answers = new Map<string, ReadonlySet<Key>>();

  /** `oneAccount`: whether the stack surely is one account; where it may be several, the inventory is of one of them only. */
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

  /** Subnets that hold its set for certain: none where its set is not exact. */
  lower(attachment: ResolvedAttachment): ReadonlySet<Key> {
    return this.oneAccount ? subnetsOf(this.sets, exactSet(attachment)) : NOWHERE;
  }

  /** Subnets that hold the set it likely has. */
  estimate(attachment: ResolvedAttachment): ReadonlySet<Key> {
    return subnetsOf(this.sets, likelySet(attachment));
  }

  /** Subnets that hold some set it may have; the attachment, and so the answer, has taken as one what may be one (`PossibleAliases.collapsed`). */
  upper(attachment: ResolvedAttachment): ReadonlySet<Key> {
    const exact = exactSet(attachment);
    if (exact !== undefined) return subnetsOf(this.collapsedSets, exact);
    return this.perhapsHolding(attachment.securityGroups);
  }

  /** Functions are often uncertain in the same way, and each is asked about more than once. */
  private perhapsHolding(selection: Selection): ReadonlySet<Key> {
    const { certain, possible, least, most, open } = selection;
    const text = JSON.stringify([certain, possible, least, most, open]);
    const answered = this.answers.get(text);
    if (answered !== undefined) return answered;
    const sets = [...this.collapsedSets.values()].filter(({ securityGroups }) => mayStandFor(selection, securityGroups));
    const subnets = new Set(sets.flatMap((set) => [...set.subnets]));
    this.answers.set(text, subnets);
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
