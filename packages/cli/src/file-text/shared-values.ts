/**
 * Keeps one copy of equal texts, lists and objects of a large document: a state repeats most of the inputs of a resource in its outputs, and the same URNs and
 * subnets in each function. Law: a shared value equals the value.
 *
 * A table of fixed size holds what was seen last. What it forgets is only kept twice.
 */
export class SharedValues {
  private readonly texts = new Array<string | undefined>(SLOTS).fill(undefined);
  private readonly lists = new Array<unknown[] | undefined>(SLOTS).fill(undefined);
  private readonly objects = new Array<JsonObject | undefined>(SLOTS).fill(undefined);

  /** A number of the value that `of` returned last. Equal values have equal numbers. */
  private hash = 0;

  /** An equal value, or `value` itself, of whose parts some are replaced by equal ones. */
  of(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return this.list(value as unknown[]);
    if (typeof value === "object" && value !== null) return this.object(value as JsonObject);
    this.hash = typeof value === "number" ? value | 0 : value === true ? 1 : 2;
    return value;
  }

  private text(text: string): string {
    this.hash = hashOf(text);
    const slot = this.hash & MASK;
    const known = this.texts[slot];
    if (known === text) return known;
    this.texts[slot] = text;
    return text;
  }

  private list(list: unknown[]): unknown[] {
    let hash = list.length;
    for (let index = 0; index < list.length; index++) {
      list[index] = this.of(list[index]);
      hash = mixed(hash, this.hash);
    }
    this.hash = hash;
    const known = this.lists[hash & MASK];
    if (known?.length === list.length && known.every((item, index) => item === list[index])) return known;
    this.lists[hash & MASK] = list;
    return list;
  }

  private object(object: JsonObject): JsonObject {
    const names = Object.keys(object);
    let hash = names.length;
    for (const name of names) {
      const value = object[name];
      const shared = this.of(value);
      hash = mixed(hash, this.hash);
      // The assignment would change the prototype.
      if (shared !== value && name !== "__proto__") object[name] = shared;
    }
    this.hash = hash;
    const known = this.objects[hash & MASK];
    if (known !== undefined && isSame(known, object, names)) return known;
    // An object that was built name by name is a hash table from about 16 names on, which takes several times the memory of its copy.
    const kept = names.length > FEW_NAMES ? { ...object } : object;
    this.objects[hash & MASK] = kept;
    return kept;
  }
}

interface JsonObject {
  [name: string]: unknown;
}

const FEW_NAMES = 12;
const SLOTS = 2 ** 16;
const MASK = SLOTS - 1;

/** The ends of names and ids differ more often than their beginnings. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let index = Math.max(0, text.length - 12); index < text.length; index++) hash = mixed(hash, text.charCodeAt(index));
  return text.length > 12 ? mixed(hash, text.charCodeAt(text.length >> 1)) : hash;
}

function mixed(hash: number, other: number): number {
  return (Math.imul(hash, 31) + other) | 0;
}

/** Whether both have the same names with the same values. JSON has no undefined values. */
function isSame(known: JsonObject, object: JsonObject, names: readonly string[]): boolean {
  return Object.keys(known).length === names.length && names.every((name) => known[name] === object[name]);
}
