import { type Key, keySet } from "../facts/key";
import type { ResolvedAttachment } from "./resolved-attachment";
import type { Selection } from "./selection";

/**
 * Keys that may turn out to be one and the same thing: a resource that adopts what exists, such as DefaultSecurityGroup, may be the group
 * that another function, or the inventory, names by its id. Such keys are one in a min and distinct in a max.
 */
export class AlikeKeys {
  private readonly standIns = new Map<Key, Key>();

  /** `groups` do not overlap. */
  constructor(groups: readonly (readonly Key[])[]) {
    for (const group of groups) for (const key of group) this.standIns.set(key, group[0] ?? key);
  }

  /** Whether `key` may be the same as another. */
  hasTwin(key: Key): boolean {
    return this.standIns.has(key);
  }

  mayBeEqual(left: Key, right: Key): boolean {
    return this.standIn(left) === this.standIn(right);
  }

  /** The one key that stands for all that `key` may be. */
  standIn(key: Key): Key {
    return this.standIns.get(key) ?? key;
  }

  /** The attachment with everything that may be one taken as one: what a min counts. */
  asOne(attachment: ResolvedAttachment): ResolvedAttachment {
    if (this.standIns.size === 0) return attachment;
    return {
      ...attachment,
      subnets: this.selectionAsOne(attachment.subnets),
      securityGroups: this.selectionAsOne(attachment.securityGroups),
    };
  }

  /** Each key that falls together with another makes the set smaller by one, at most. */
  private selectionAsOne(selection: Selection): Selection {
    const asOne = (keys: readonly Key[]): readonly Key[] => keySet(keys.map((key) => this.standIn(key)));
    const certain = asOne(selection.certain);
    const possible = asOne(selection.possible);
    const least = Math.max(certain.length, selection.least - (selection.possible.length - possible.length));
    return { ...selection, certain, likely: asOne(selection.likely), possible, least };
  }
}
