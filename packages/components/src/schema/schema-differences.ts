/** Where two schemas differ, as paths into them: what is said at one place only, or otherwise. Order of keys never matters. */
export function schemaDifferences(left: unknown, right: unknown, path = ""): readonly string[] {
  if (!isNode(left) || !isNode(right)) return Object.is(left, right) ? [] : [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return keys.flatMap((key) => schemaDifferences(left[key], right[key], `${path}/${key}`));
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
