import type { Knowable } from "./knowable";

/** The tags of a resource, with the default tags of its provider. */
export interface Tags {
  /** Those whose value is known, by key. */
  readonly known: Readonly<Record<string, string>>;
  /** The keys of those whose value is unknown. */
  readonly unknown: readonly string[];
  /** Whether there may be tags whose keys are unknown. */
  readonly hidden: boolean;
}

/** The value of a tag; undefined if the resource certainly lacks it. Law: at most one of value, absence and unknown applies to a key. */
export function tagOf({ known, unknown, hidden }: Tags, key: string): Knowable<string | undefined> {
  if (Object.hasOwn(known, key)) return { ok: true, value: known[key] };
  return hidden || unknown.includes(key)
    ? { ok: false, error: `the tag ${key} is unknown until deployed` }
    : { ok: true, value: undefined };
}
