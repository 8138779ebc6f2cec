import { containsUnknown, isEmpty, isNothing, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { DEFAULTS } from "./check";
import { conform, nothing, stated } from "./conform";
import { elementShape, type Field, type Fields, isLeftToAws, isMapShape, type Shape } from "./field";

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
  if (isSuppressed(field, given, old)) return null;
  if (given === UNKNOWN) return keepsOldWhenUnknown(field) && old !== undefined && old !== null ? old : UNKNOWN;
  if (isEmpty(given)) return whenEmpty(field, given, old);
  return stated(
    field,
    conform(field.shape, given, (nested, object) => planObject(nested, object, old), old),
  );
}

function unlessGiven(field: Field, old: Value | undefined): Value {
  if (isLeftToAws(field)) return old === undefined ? UNKNOWN : old;
  return field.default ?? onceRemoved(field.shape, old);
}

/** SDKv2 keeps a value that says nothing, and an empty collection where there was one. */
function onceRemoved(shape: Shape, old: Value | undefined): Value {
  if (old === undefined || old === null) return null;
  if (isMapShape(shape)) return {};
  if (elementShape(shape) !== undefined) return [];
  return isNothing(old) ? old : null;
}

/** SDKv2 takes an empty collection for one not given, unless there was one before. */
function whenEmpty(field: Field, given: Value, old: Value | undefined): Value {
  if (field.emptyMeansNone) return given;
  if (isLeftToAws(field)) return old === undefined ? UNKNOWN : given;
  return old === undefined || old === null ? null : given;
}

/**
 * Whether a block is suppressed. `onceCreated` asks for changes inside it, and SDKv2 sees none in what is not known yet: a function outside any
 * VPC that gets a network of unknown ids seems to stay outside. Observed, and the worst reason not to read planned outputs.
 */
function isSuppressed({ nothingWhenEmpty }: Field, given: Value, old: Value | undefined): boolean {
  const unseen = (value: Value): boolean => isNothing(value) || (nothingWhenEmpty === "onceCreated" && containsUnknown(value));
  const wasNothing = nothingWhenEmpty === "always" ? (old ?? null) === null : nothingWhenEmpty === "onceCreated" && old === null;
  if (!wasNothing) return false;
  return isObject(given) ? Object.entries(given).every(([name, value]) => name === DEFAULTS || unseen(value)) : unseen(given);
}

/** SDKv2 drops a collection that is unknown as a whole where AWS may give it: an update then seems to leave it alone. Observed, odd, and so. */
function keepsOldWhenUnknown(field: Field): boolean {
  return field.presence === "optionalComputed" && elementShape(field.shape) !== undefined;
}

/** A block that is in the state has all its fields there, empty where nothing was given (SDKv2 reads it through its schema). */
function planObject(fields: Fields, given: Properties, old: Value | undefined): Properties {
  const before = isObject(old) ? old : undefined;
  const entries = Object.entries(fields).map(([name, field]) => {
    const value = planField(
      field,
      given[name] ?? null,
      before ? (before[name] ?? nothing(field.shape)) : old === undefined ? undefined : null,
    );
    return [name, before === undefined && value === "" ? null : value];
  });
  return Object.fromEntries(entries);
}
