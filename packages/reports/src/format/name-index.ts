import type { Key } from "@lambda-vpc/model";
import { namesOf } from "./names";

/** Keys by their place in a list of their names. A key that is not yet in it is added. */
export class NameIndex {
  private readonly places = new Map<Key, number>();

  /** The place of a key. */
  of = (key: Key): number => {
    const place = this.places.get(key) ?? this.places.size;
    this.places.set(key, place);
    return place;
  };

  /** The place of a key that is in the list; undefined for others. */
  find(key: Key): number | undefined {
    return this.places.get(key);
  }

  get keys(): readonly Key[] {
    return [...this.places.keys()];
  }

  /** The names of all keys, which differ, in the order of their places. */
  get names(): readonly string[] {
    return this.keys.map(namesOf(this.keys));
  }
}
