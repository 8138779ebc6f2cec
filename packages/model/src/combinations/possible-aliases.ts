import { type Key, keySet } from "../facts/key";
import type { Alternative } from "../selections/alternative";
import type { ResolvedAttachment } from "./resolved-attachment";
import type { Selection } from "../selections/selection";

/**
 * Keys that may identify the same resource: a resource that adopts an existing one, such as DefaultSecurityGroup, may be the group that another
 * function or the inventory names by its id. Such keys are one in a min and distinct in a max.
 */
export class PossibleAliases {
  private readonly byKey = new Map<Key, Key>();

  /** `groups` do not overlap. */
  constructor(groups: readonly (readonly Key[])[]) {
    for (const group of groups) for (const key of group) this.byKey.set(key, group[0] ?? key);
  }

  /** Whether `key` may be the same as another. */
  hasAlias(key: Key): boolean {
    return this.byKey.has(key);
  }

  mayBeEqual(left: Key, right: Key): boolean {
    return this.representative(left) === this.representative(right);
  }

  /** The one key that stands for `key` and all its possible aliases. */
  representative(key: Key): Key {
    return this.byKey.get(key) ?? key;
  }

  /** The distinct representatives of distinct `keys`. */
  representatives(keys: readonly Key[]): Iterable<Key> {
    return this.byKey.size === 0 ? keys : new Set(keys.map((key) => this.representative(key)));
  }

  /** The attachments with each key replaced by its representative, for the counts of a min. They are the same list if no key has an alias. */
  allCollapsed(attachments: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] {
    return this.byKey.size === 0 ? attachments : attachments.map((attachment) => this.collapsed(attachment));
  }

  /** The attachment with each key replaced by its representative. */
  collapsed(attachment: ResolvedAttachment): ResolvedAttachment {
    if (this.byKey.size === 0) return attachment;
    return {
      ...attachment,
      subnets: this.collapsedSelection(attachment.subnets),
      securityGroups: this.collapsedSelection(attachment.securityGroups),
    };
  }

  /** Each key that has the representative of another makes the set smaller by at most one. */
  private collapsedSelection(selection: Selection): Selection {
    const collapsed = (keys: readonly Key[]): readonly Key[] => keySet(keys.map((key) => this.representative(key)));
    const certain = collapsed(selection.certain);
    const possible = collapsed(selection.possible);
    const least = Math.max(certain.length, selection.least - (selection.possible.length - possible.length));
    const alternatives = selection.alternatives?.map(({ keys: all, least: fewest, most }): Alternative => {
      const keys = collapsed(all).filter((key) => !certain.includes(key));
      return { keys, least: Math.max(0, fewest - (all.length - keys.length)), most: Math.min(most, keys.length) };
    });
    return {
      ...selection,
      certain,
      likely: collapsed(selection.likely),
      possible,
      least,
      ...(alternatives === undefined ? {} : { alternatives }),
    };
  }
}
