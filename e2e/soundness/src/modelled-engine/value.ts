/*
 * Values as the engine hands them to policies. Nothing here is shared with what is checked: packages/sources and packages/model read these values on
 * their own.
 */

/** The text that the engine writes for an unknown value, of whatever type (docs/engine-facts.md#planned-sets). */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export type Value = string | number | boolean | null | readonly Value[] | Properties;

export interface Properties {
  readonly [name: string]: Value;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is unknown or has something unknown in it. */
export function hasUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}

/** Whether two values are equal, keys in any order. */
export function isEqual(left: Value | undefined, right: Value | undefined): boolean {
  if (isList(left) && isList(right)) return left.length === right.length && left.every((one, index) => isEqual(one, right[index]));
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return names.length === Object.keys(right).length && names.every((name) => isEqual(left[name], right[name]));
  }
  return left === right;
}

/** A value that must be an object. */
export function propertiesOf(value: Value): Properties {
  if (isObject(value)) return value;
  throw new Error("an object was expected");
}
