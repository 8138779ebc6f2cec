import { containsUnknown, isEmpty, isZeroValue, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { DEFAULTS } from "./check";
import { conform, zeroValue, normalized } from "./conform";
import { elementShape, type Field, type Fields, isLeftToAws, isMapShape, type Shape } from "./field";

/**
 * The outputs that the Terraform bridge plans for checked `inputs`: what a policy sees of a resource at preview.
 *
 * On creation (`old` is absent) every value that AWS sets is unknown, and so is what the program leaves to AWS. On an update those values
 * stay, except those of the fields in `recomputed`.
 */
export function plan(fields: Fields, inputs: Properties, old?: Properties, recomputed: readonly string[] = []): Properties {
  const planned = Object.entries(fields).map(([name, field]) => [
    name,
    recomputed.includes(name) ? UNKNOWN : planField(field, inputs[name] ?? null, old && (old[name] ?? null)),
  ]);
  return Object.fromEntries([...planned, ["id", old === undefined ? UNKNOWN : (old["id"] ?? UNKNOWN)]]);
}

/** @param old the previous value: null if there was none, undefined if the resource is new. */
function planField(field: Field, configured: Value, old: Value | undefined): Value {
  if (configured === null) return whenNotConfigured(field, old);
  if (isSuppressed(field, configured, old)) return null;
  if (configured === UNKNOWN) return keepsOldWhenUnknown(field) && old !== undefined && old !== null ? old : UNKNOWN;
  if (isEmpty(configured)) return whenEmpty(field, configured, old);
  return normalized(
    field,
    conform(field.shape, configured, (nested, object) => planObject(nested, object, old), old),
  );
}

function whenNotConfigured(field: Field, old: Value | undefined): Value {
  if (isLeftToAws(field)) return old === undefined ? UNKNOWN : old;
  return field.default ?? whenRemoved(field.shape, old);
}

/** SDKv2 keeps a zero value, and an empty collection where there was one. */
function whenRemoved(shape: Shape, old: Value | undefined): Value {
  if (old === undefined || old === null) return null;
  if (isMapShape(shape)) return {};
  if (elementShape(shape) !== undefined) return [];
  return isZeroValue(old) ? old : null;
}

/** SDKv2 treats an empty collection as absent, unless there was one before. */
function whenEmpty(field: Field, configured: Value, old: Value | undefined): Value {
  if (field.emptyMeansNone) return configured;
  if (isLeftToAws(field)) return old === undefined ? UNKNOWN : configured;
  return old === undefined || old === null ? null : configured;
}

/**
 * Whether a block is suppressed. `onceCreated` compares values inside it, and SDKv2 sees no change in unknown values: a function outside
 * any VPC that gets a network of unknown ids seems to stay outside. Observed. It is the main reason not to read planned outputs.
 */
function isSuppressed({ suppressedWhenEmpty }: Field, configured: Value, old: Value | undefined): boolean {
  const isUnseen = (value: Value): boolean => isZeroValue(value) || (suppressedWhenEmpty === "onceCreated" && containsUnknown(value));
  const wasEmpty = suppressedWhenEmpty === "always" ? (old ?? null) === null : suppressedWhenEmpty === "onceCreated" && old === null;
  if (!wasEmpty) return false;
  return isObject(configured)
    ? Object.entries(configured).every(([name, value]) => name === DEFAULTS || isUnseen(value))
    : isUnseen(configured);
}

/** SDKv2 drops a wholly unknown collection that AWS may set, so an update seems to leave it unchanged. Observed. */
function keepsOldWhenUnknown(field: Field): boolean {
  return field.presence === "optionalComputed" && elementShape(field.shape) !== undefined;
}

/** A block in the state has all its fields, with zero values where nothing is set (SDKv2 reads it through its schema). */
function planObject(fields: Fields, configured: Properties, old: Value | undefined): Properties {
  const before = isObject(old) ? old : undefined;
  const entries = Object.entries(fields).map(([name, field]) => {
    const value = planField(
      field,
      configured[name] ?? null,
      before ? (before[name] ?? zeroValue(field.shape)) : old === undefined ? undefined : null,
    );
    return [name, before === undefined && value === "" ? null : value];
  });
  return Object.fromEntries(entries);
}
