/** Represents a value that is unknown until the deployment. */
export const UNKNOWN: unique symbol = Symbol("unknown until deployed");

/** A property value of a resource: JSON, with unknowns in any place. */
export type Value = null | boolean | number | string | typeof UNKNOWN | readonly Value[] | Properties;

/** Named values. */
export interface Properties {
  readonly [name: string]: Value;
}

/** The elements of a list: UNKNOWN if the whole list is unknown, empty if it is absent. Null elements do not count. */
export function elements(list: Value | undefined): readonly Value[] | typeof UNKNOWN {
  if (list === UNKNOWN) return UNKNOWN;
  return isList(list) ? list.filter((element) => element !== null) : [];
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isProperties(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Every text in `value`, at any depth. */
export function texts(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(texts);
  return isProperties(value) ? Object.values(value).flatMap(texts) : [];
}
