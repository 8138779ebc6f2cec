import { isList, isObject, type Properties, UNKNOWN, type Value } from "./value";

/* Readers of checked inputs. Check has validated types and required properties, so a value of another type counts as absent. */

/** A non-empty text. Terraform treats an empty text as absent. */
export function text(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A text that Check requires. Throws if it is absent, which is a bug in the simulation. */
export function requiredText(properties: Properties, name: string): string {
  const value = text(properties, name);
  if (value === undefined) throw new Error(`Bug in simulated AWS: property ${name} has no value after Check`);
  return value;
}

export function flag(properties: Properties, name: string): boolean {
  return properties[name] === true;
}

export function number(properties: Properties, name: string): number | undefined {
  const value = properties[name];
  return typeof value === "number" ? value : undefined;
}

/** The texts of a list or set. Empty if absent. */
export function texts(properties: Properties, name: string): readonly string[] {
  const value = properties[name];
  return isList(value) ? value.filter((element) => typeof element === "string") : [];
}

/** The objects of a list or set of blocks. Empty if absent. */
export function objects(properties: Properties, name: string): readonly Properties[] {
  const value = properties[name];
  return isList(value) ? value.filter(isObject) : [];
}

export function object(properties: Properties, name: string): Properties | undefined {
  const value = properties[name];
  return isObject(value) ? value : undefined;
}

/** A map of texts, such as tags. */
export function textMap(properties: Properties, name: string): { readonly [key: string]: string } {
  return Object.fromEntries(
    Object.entries(object(properties, name) ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** The named properties with known values. */
export function knownValues(
  properties: Properties,
  names: readonly string[],
): { readonly [name: string]: Exclude<Value, null | typeof UNKNOWN> } {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name];
      return value === undefined || value === null || value === UNKNOWN ? [] : [[name, value]];
    }),
  );
}
