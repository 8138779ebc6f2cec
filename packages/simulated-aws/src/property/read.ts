import { isList, isObject, type Properties, UNKNOWN, type Value } from "./value";

/*
 * Reading checked inputs. Check has seen to kinds and to what is required, so what is not of the kind asked for is simply not given.
 */

/** A text that is given and not empty: Terraform takes an empty text for one not given. */
export function text(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A text that Check has made sure of. Throws when it has not: a fault of ours. */
export function requiredText(properties: Properties, name: string): string {
  const value = text(properties, name);
  if (value === undefined) throw new Error(`property ${name} reached the account without a value`);
  return value;
}

export function flag(properties: Properties, name: string): boolean {
  return properties[name] === true;
}

export function number(properties: Properties, name: string): number | undefined {
  const value = properties[name];
  return typeof value === "number" ? value : undefined;
}

/** The texts of a list or set; none when it is not given. */
export function texts(properties: Properties, name: string): readonly string[] {
  const value = properties[name];
  return isList(value) ? value.filter((element) => typeof element === "string") : [];
}

/** The objects of a list or set of blocks; none when it is not given. */
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

/** Of the named properties, those that have a known value. */
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
