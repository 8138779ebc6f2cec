/** The paths at which two schemas differ. The order of keys does not matter. */
export function schemaDifferences(left: unknown, right: unknown, path = ""): readonly string[] {
  if (!isNode(left) || !isNode(right)) return Object.is(left, right) ? [] : [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return keys.flatMap((key) => schemaDifferences(left[key], right[key], `${path}/${key}`));
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
