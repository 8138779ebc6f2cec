import { sortedBy } from "../property/order";
import { containsUnknown, isList, isObject, type Properties, isEqual, UNKNOWN, type Value } from "../property/value";
import { elementShape, type Field, type Fields, isObjectShape, isSet, type Scalar, type Shape } from "./field";

/*
 * The format in which the Terraform bridge stores configured values. Observed on the bridge (docs/engine-facts.md#kept-values):
 * - One unknown element makes the whole list, set or map unknown, and its known elements disappear.
 * - An unknown value inside a block stays where it is: the block's other fields keep their values.
 * - Sets are sorted, without duplicates.
 * - A block in a list or set has all its fields, with zero values where the program set none.
 * - In a changed set, a block that was in it before has null where the program sets nothing. SDKv2 identifies blocks by hashes of their
 *   written values, in which absent and empty are equal, then compares every field and finds the empty text removed (diffSet, diffString).
 */

/**
 * `value` in the format of the bridge. `object` fills in the absent fields of nested objects.
 *
 * @param old the previous value, null if there was none. It determines the content of a set of blocks.
 */
export function conform(
  shape: Shape,
  value: Value,
  object: (fields: Fields, configured: Properties) => Properties,
  old: Value | undefined = null,
): Value {
  if (isObjectShape(shape)) return isObject(value) ? object(shape.object, value) : value;
  const element = elementShape(shape);
  if (element === undefined) return typeof shape === "object" && containsUnknown(value) ? UNKNOWN : value;
  if (value === null) return null;
  if (!isList(value) || value.includes(UNKNOWN)) return UNKNOWN;
  const elements = isObjectShape(element) ? blocks(element.object, value, isSet(shape) && isList(old) ? old : []) : value;
  return isSet(shape) ? sortedSet(elements) : elements;
}

/** The members of a set in canonical order. Blocks with unknown values are never merged, because they may turn out to differ. */
function sortedSet(elements: readonly Value[]): readonly Value[] {
  const members = elements.filter(
    (element, index) => containsUnknown(element) || elements.findIndex((earlier) => isEqual(earlier, element)) === index,
  );
  return sortedBy(members, sortKey);
}

/** The blocks of a list or set. `old` are the previous ones. */
function blocks(fields: Fields, configured: readonly Value[], old: readonly Value[]): readonly Value[] {
  const [before, after] = [old.map((block) => hashedForm(fields, block)), configured.map((block) => hashedForm(fields, block))];
  const isMember = (set: readonly Value[]) => (block: Value) => set.some((other) => isEqual(other, block));
  const hasChanged = !after.every(isMember(before)) || !before.every(isMember(after));
  return configured.map((block) => {
    if (!isObject(block)) return block;
    return hasChanged && isMember(before)(hashedForm(fields, block))
      ? { ...blockValues(fields, block), ...removedFields(fields, block) }
      : blockValues(fields, block);
  });
}

/** The values of a block that SDKv2 hashes: texts as written, empty where nothing is set. */
function hashedForm(fields: Fields, block: Value): Value {
  return isObject(block) ? blockValues(fields, block, (_, value) => value) : block;
}

function removedFields(fields: Fields, configured: Properties): Properties {
  const names = Object.entries(fields).flatMap(([name, { shape, default: otherwise }]) =>
    typeof shape === "string" && otherwise === undefined && (configured[name] ?? null) === null ? [name] : [],
  );
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** The values of a block inside a list or set. */
function blockValues(fields: Fields, configured: Properties, form = normalized): Properties {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, blockValue(field, configured[name] ?? null, form)]));
}

function blockValue(field: Field, value: Value, form: typeof normalized): Value {
  if (value === null) return field.default ?? zeroValue(field.shape);
  return form(
    field,
    conform(field.shape, value, (fields, configured) => blockValues(fields, configured, form)),
  );
}

/** The blocks of a set with zero values in place of removal marks. */
export function withoutRemovals(shape: Shape, value: Value): Value {
  return blockFields(shape) === undefined || !isList(value) ? value : conform(shape, value, blockValues);
}

/** The blocks of `outputs`, with null where `planned` has it in place of a zero value: SDKv2 keeps the planned blocks. */
export function withRemovals(shape: Shape, outputs: Value, planned: Value): Value {
  const fields = blockFields(shape);
  if (fields === undefined || !isList(outputs) || !isList(planned)) return outputs;
  return outputs.map((block) => planned.find((one) => isObject(one) && isEqual(blockValues(fields, one), block)) ?? block);
}

/** The fields of a set's blocks. Undefined for anything else. */
function blockFields(shape: Shape): Fields | undefined {
  const element = isSet(shape) ? elementShape(shape) : undefined;
  return element !== undefined && isObjectShape(element) ? element.object : undefined;
}

/** A text in the format of the state. */
export function normalized(field: Field, value: Value): Value {
  return field.normalize !== undefined && typeof value === "string" ? field.normalize(value) : value;
}

/** The value of an absent field of this shape in SDKv2's state. */
export function zeroValue(shape: Shape): Value {
  if (elementShape(shape) !== undefined) return [];
  return typeof shape === "object" ? null : ZERO_VALUES[shape];
}

const ZERO_VALUES: { readonly [scalar in Scalar]: Value } = {
  string: "",
  number: 0,
  boolean: false,
  document: "",
  asset: null,
  anything: null,
};

function sortKey(value: Value): string {
  return typeof value === "string" ? value : JSON.stringify(value, (_, part: Value) => (part === UNKNOWN ? "?" : part));
}
