import { isMarked, isNothing, isObject, type Properties, same, UNKNOWN, type Value } from "../property/value";
import { withoutRemovals } from "./conform";
import { type Fields, isInput, isObjectShape } from "./field";

/** One property whose planned value is not the one so far. */
export interface Difference {
  /** The path of the property, such as `vpcConfig.subnetIds`. */
  readonly path: string;
  readonly change: "add" | "delete" | "update";
  readonly replaces: boolean;
}

/** Where a plan departs from the outputs so far. An unknown planned value counts as a change: it may turn out to be one. */
export function differences(fields: Fields, planned: Properties, old: Properties): readonly Difference[] {
  return Object.entries(fields)
    .filter(([, field]) => isInput(field))
    .flatMap(([name, field]) => {
      const after: Value = planned[name] ?? null;
      const before: Value = old[name] ?? null;
      if (unchanged(withoutRemovals(field.shape, after), withoutRemovals(field.shape, before))) return [];
      if (isObjectShape(field.shape) && isObject(after) && isObject(before))
        return differences(field.shape.object, after, before).map((inner) => ({
          ...inner,
          path: `${name}.${inner.path}`,
          replaces: inner.replaces || field.replaces === true,
        }));
      return [{ path: name, change: changeOf(after, before), replaces: field.replaces === true }];
    });
}

/** The first name of each path, each once and in order. */
export function topLevel(paths: readonly Difference[]): readonly string[] {
  return [...new Set(paths.map(({ path }) => path.split(".", 1).join()))].sort();
}

function unchanged(after: Value, before: Value): boolean {
  if (after === UNKNOWN) return before === UNKNOWN;
  return (isNothing(after) && isNothing(before)) || same(content(after), content(before));
}

/** Assets and archives are equal when their hashes are: a path or a temporary file says nothing of the content. */
function content(value: Value): Value {
  return isMarked(value) && typeof value["hash"] === "string" && value["hash"] !== "" ? value["hash"] : value;
}

function changeOf(after: Value, before: Value): Difference["change"] {
  if (isNothing(before)) return "add";
  return isNothing(after) ? "delete" : "update";
}
