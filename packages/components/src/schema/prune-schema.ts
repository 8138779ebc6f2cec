/** Removes what the engine does not print: redundant `optional` marks, empty lists, and the code blocks of descriptions. */
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

/** The prose of a comment. Its code blocks are TypeScript, which not every reader uses, and its line breaks are those of the source. */
function prose(comment: string): string {
  const paragraphs = comment.replace(/^```[^]*?^```$/gm, "").split(/\n\s*\n/);
  return paragraphs
    .map((paragraph) => paragraph.trim().replace(/\s+/g, " "))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
