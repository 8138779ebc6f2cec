import { hasSignature, isZeroValue, isObject, type Properties, isEqual, UNKNOWN, type Value } from "../property/value";
import { withoutRemovals } from "./conform";
import { type Fields, isInput, isObjectShape } from "./field";

/** A property whose planned value differs from the previous one. */
export interface PropertyChange {
  /** The path of the property, such as `vpcConfig.subnetIds`. */
  readonly path: string;
  readonly kind: "add" | "delete" | "update";
  readonly replaces: boolean;
}

/**
 * The differences between a plan and the previous outputs. An unknown planned value counts as a change, because it may turn out to be one.
 */
export function propertyChanges(fields: Fields, planned: Properties, old: Properties): readonly PropertyChange[] {
  return Object.entries(fields)
    .filter(([, field]) => isInput(field))
    .flatMap(([name, field]) => {
      const after: Value = planned[name] ?? null;
      const before: Value = old[name] ?? null;
      if (isUnchanged(withoutRemovals(field.shape, after), withoutRemovals(field.shape, before))) return [];
      if (isObjectShape(field.shape) && isObject(after) && isObject(before))
        return propertyChanges(field.shape.object, after, before).map((inner) => ({
          ...inner,
          path: `${name}.${inner.path}`,
          replaces: inner.replaces || field.replaces === true,
        }));
      return [{ path: name, kind: kindOf(after, before), replaces: field.replaces === true }];
    });
}

/** The first name of each path, sorted, without duplicates. */
export function topLevelNames(paths: readonly PropertyChange[]): readonly string[] {
  return [...new Set(paths.map(({ path }) => path.split(".", 1).join()))].sort();
}

function isUnchanged(after: Value, before: Value): boolean {
  if (after === UNKNOWN) return before === UNKNOWN;
  return (isZeroValue(after) && isZeroValue(before)) || isEqual(comparableContent(after), comparableContent(before));
}

/** Assets and archives are compared by hash: a path or a temporary file does not identify the content. */
function comparableContent(value: Value): Value {
  return hasSignature(value) && typeof value["hash"] === "string" && value["hash"] !== "" ? value["hash"] : value;
}

function kindOf(after: Value, before: Value): PropertyChange["kind"] {
  if (isZeroValue(before)) return "add";
  return isZeroValue(after) ? "delete" : "update";
}
