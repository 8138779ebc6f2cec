import { elements, isProperties, type Properties, UNKNOWN, type Value } from "./value";

/** The path of values in the properties of a resource: `subnetId`, `subnetIds[]`, `subnetMappings[].subnetId`, `vpcConfig.subnetIds[]`. */
export type ValuePath = string;

/** The top-level property of a path. */
export function propertyOf(path: ValuePath): string {
  return path.split(/[.[]/)[0] ?? path;
}

/** The values at `path`: UNKNOWN if their number is also unknown, empty if they are absent. */
export function valuesAt(properties: Properties, path: ValuePath): readonly Value[] | typeof UNKNOWN {
  return valuesIn(properties, path.split("."));
}

function valuesIn(value: Value | undefined, [step, ...rest]: readonly string[]): readonly Value[] | typeof UNKNOWN {
  if (step === undefined) return value === undefined || value === null ? [] : [value];
  const name = step.replace("[]", "");
  const found = isProperties(value) ? value[name] : value === UNKNOWN ? UNKNOWN : undefined;
  if (name === step) return valuesIn(found, rest);
  const items = elements(found);
  return items === UNKNOWN ? UNKNOWN : joined(items.map((item) => valuesIn(item, rest)));
}

function joined(parts: readonly (readonly Value[] | typeof UNKNOWN)[]): readonly Value[] | typeof UNKNOWN {
  const readable = parts.filter((part) => part !== UNKNOWN);
  return readable.length < parts.length ? UNKNOWN : readable.flat();
}
