import { isList, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { conform } from "./conform";
import { elementShape, type Field, type Fields } from "./field";

/**
 * The outputs that the Terraform bridge plans for checked `inputs`: what a policy sees of a resource at preview.
 *
 * On creation (`old` absent) everything that AWS decides is unknown, and so is what the program left to AWS. On update AWS's values stay
 * as they were, but for those named in `unsettled`.
 */
export function plan(fields: Fields, inputs: Properties, old?: Properties, unsettled: readonly string[] = []): Properties {
  const planned = Object.entries(fields).map(([name, field]) => [
    name,
    unsettled.includes(name) ? UNKNOWN : planField(field, inputs[name] ?? null, old && (old[name] ?? null)),
  ]);
  return Object.fromEntries([...planned, ["id", old === undefined ? UNKNOWN : (old["id"] ?? UNKNOWN)]]);
}

/** @param old the value so far: null when there was none, undefined when the resource is new. */
function planField(field: Field, given: Value, old: Value | undefined): Value {
  if (given === null) return unlessGiven(field, old);
  if (given === UNKNOWN) return keepsOldWhenUnknown(field) && old !== undefined && old !== null ? old : UNKNOWN;
  return conform(field.shape, given, (nested, object) => planObject(nested, object, old));
}

function unlessGiven(field: Field, old: Value | undefined): Value {
  const leftToAws = field.presence === "computed" || field.presence === "optionalComputed";
  if (leftToAws) return old === undefined ? UNKNOWN : old;
  return field.default ?? null;
}

/** SDKv2 drops a collection that is unknown as a whole where AWS may give it: an update then seems to leave it alone. Observed, odd, and so. */
function keepsOldWhenUnknown(field: Field): boolean {
  return field.presence === "optionalComputed" && elementShape(field.shape) !== undefined;
}

function planObject(fields: Fields, given: Properties, old: Value | undefined): Properties {
  const before = isObject(old) ? old : undefined;
  const entries = Object.entries(fields).map(([name, field]) => {
    const value = planField(field, given[name] ?? null, before ? (before[name] ?? null) : old === undefined ? undefined : null);
    return [name, before === undefined && isEmpty(value) ? null : value];
  });
  return Object.fromEntries(entries);
}

/** SDKv2 takes an empty collection in a new object for one not given. */
function isEmpty(value: Value): boolean {
  return isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
