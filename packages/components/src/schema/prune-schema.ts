/** Of a schema under construction, what the engine keeps: no mark that stands elsewhere already, no empty part; prose without its programs. */
export function pruneSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pruneSchema);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      if ((key === "optional" && value === true) || (Array.isArray(value) && value.length === 0)) return [];
      if (key === "description" && typeof value === "string") return [[key, prose(value)]];
      return [[key, pruneSchema(value)]];
    }),
  );
}

/** A comment's words: programs in it are TypeScript, which not every reader writes, and its lines break where the source's do. */
function prose(comment: string): string {
  const paragraphs = comment.replace(/^```[^]*?^```$/gm, "").split(/\n\s*\n/);
  return paragraphs
    .map((paragraph) => paragraph.trim().replace(/\s+/g, " "))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
