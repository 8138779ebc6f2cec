import { sortedBy } from "../property/order";
import { containsUnknown, isList, isObject, type Properties, same, UNKNOWN, type Value } from "../property/value";
import { elementShape, type Field, type Fields, isObjectShape, isSet, type Scalar, type Shape } from "./field";

/*
 * The form in which the Terraform bridge keeps a value that a program gave. Observed on the bridge itself (v3.136, accurate previews, SDKv2):
 * - one unknown element makes the whole list, set or map unknown, and its known elements vanish;
 * - an unknown inside a block stays where it is: the block's other fields keep their values;
 * - sets are sorted and hold nothing twice;
 * - a block in a list or set has all its fields, empty where the program said nothing.
 */

/** `value` as the bridge keeps it. What stands in nested objects for fields not given is for `object` to say. */
export function conform(shape: Shape, value: Value, object: (fields: Fields, given: Properties) => Properties): Value {
  if (isObjectShape(shape)) return isObject(value) ? object(shape.object, value) : value;
  const element = elementShape(shape);
  if (element === undefined) return typeof shape === "object" && containsUnknown(value) ? UNKNOWN : value;
  if (value === null) return null;
  if (!isList(value) || value.includes(UNKNOWN)) return UNKNOWN;
  const elements: readonly Value[] = isObjectShape(element)
    ? value.map((block) => (isObject(block) ? row(element.object, block) : block))
    : value;
  return isSet(shape) ? sortedSet(elements) : elements;
}

/** The members of a set in canonical order. Blocks with unknowns are never taken for equal: they may still turn out to differ. */
function sortedSet(elements: readonly Value[]): readonly Value[] {
  const members = elements.filter(
    (element, index) => containsUnknown(element) || elements.findIndex((earlier) => same(earlier, element)) === index,
  );
  return sortedBy(members, sortKey);
}

/** A block inside a list or set. */
function row(fields: Fields, given: Properties): Properties {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, cell(field, given[name] ?? null)]));
}

function cell(field: Field, value: Value): Value {
  return value === null ? (field.default ?? nothing(field.shape)) : stated(field, conform(field.shape, value, row));
}

/** A text in the form in which the state holds it. */
export function stated(field: Field, value: Value): Value {
  return field.stated !== undefined && typeof value === "string" ? field.stated(value) : value;
}

/** What SDKv2 keeps in a row for a field of this shape that is not given. */
export function nothing(shape: Shape): Value {
  if (elementShape(shape) !== undefined) return [];
  return typeof shape === "object" ? null : EMPTY[shape];
}

const EMPTY: { readonly [scalar in Scalar]: Value } = { string: "", number: 0, boolean: false, document: "", asset: null, anything: null };

function sortKey(value: Value): string {
  return typeof value === "string" ? value : JSON.stringify(value, (_, part: Value) => (part === UNKNOWN ? "?" : part));
}
