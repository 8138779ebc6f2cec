import { isDeepStrictEqual } from "node:util";

/** A value that is unknown until deployed. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A property value as Pulumi sends it, with unknowns made explicit. */
export type Value = null | boolean | number | string | typeof UNKNOWN | readonly Value[] | Properties;

/** Named property values: a resource's inputs, its outputs, or an object inside them. */
export interface Properties {
  readonly [name: string]: Value;
}

/** The key that marks assets, archives, secrets and resource references on the wire (pulumi's `specialSigKey`). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Whether a value is an object, and not a list or a marked value. */
export function isObject(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !isList(value) && !(SIGNATURE in value);
}

/** Whether a value is an asset, archive, secret or resource reference in its wire format. Such values are returned unchanged. */
export function hasSignature(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !isList(value) && SIGNATURE in value;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value, or anything inside it, is unknown. */
export function containsUnknown(value: Value): boolean {
  if (value === UNKNOWN) return true;
  if (isList(value)) return value.some(containsUnknown);
  return typeof value === "object" && value !== null && Object.values(value).some(containsUnknown);
}

/** Whether a value is a zero value. Terraform's SDKv2 does not distinguish absent values from false, zero or empty ones. */
export function isZeroValue(value: Value): boolean {
  return value === null || [false, 0, "", [], {}].some((empty) => isEqual(empty, value));
}

/** Whether a value is a collection without elements. */
export function isEmpty(value: Value): boolean {
  return isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

/** Whether two values are deeply equal. */
export function isEqual(one: Value, other: Value): boolean {
  return isDeepStrictEqual(one, other);
}
