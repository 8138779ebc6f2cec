import type { Key } from "../facts/key";
import type { PartialList } from "../facts/partial-list";
import { isExactSelection, select, type Selection } from "./selection";

/**
 * Reads the lists of a network, and equal lists that are exact once: functions whose lists have the same keys in the same order share one selection,
 * so that repetitions are found by identity and not by comparing texts.
 */
export class Selections {
  private readonly paths = new KeyPath();

  /** `limit` and `unlikely` are those of `select`. */
  constructor(
    private readonly limit: number,
    private readonly unlikely: ReadonlySet<Key> = new Set(),
  ) {}

  of(list: PartialList): Selection {
    const { known, holes, candidates, assumed = false, opaque, oneOf, usual, origin } = list;
    if (opaque !== undefined || oneOf !== undefined || usual !== undefined || origin !== undefined) return this.select(list);
    // The first step states how many of the following keys are known ones.
    const path = this.paths.followedBy(`${known.length} ${holes} ${assumed}`).along(known).along(candidates);
    const selection = path.selection ?? this.select(list);
    // Two lists of the same unknowns may turn out to differ.
    if (isExactSelection(selection)) path.selection = selection;
    return selection;
  }

  private select(list: PartialList): Selection {
    return select(list, this.limit, this.unlikely);
  }
}

/** A list of texts, found by its first one, then by its second, and so on. */
class KeyPath {
  selection?: Selection;
  private readonly next = new Map<string, KeyPath>();

  along(keys: readonly string[]): KeyPath {
    return keys.reduce<KeyPath>((path, key) => path.followedBy(key), this);
  }

  followedBy(key: string): KeyPath {
    const next = this.next.get(key) ?? new KeyPath();
    this.next.set(key, next);
    return next;
  }
}
