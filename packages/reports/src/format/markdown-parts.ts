import type { Table } from "./plan-table";

/** GitHub takes 65,536 characters in a comment, the least of the hosts (source: GitHub REST API, issue comments). The rest is for what others add. */
export const MARKDOWN_LIMIT = 60_000;

/** A part of the text. Parts of a higher rank are left out first, the last ones of a rank before the others. */
export interface Section {
  readonly rank: number;
  readonly full: string;
}

/**
 * A head and its sections within `limit` characters. Law: the result is never longer, and states how many sections are left out.
 */
export function fitted(head: string, sections: readonly Section[], limit: number): string {
  const omission = (number: number): string =>
    `_${number} more parts are left out, because the text is limited to ${limit} characters. The command prints all of them._`;
  const room = limit - head.length - omission(sections.length).length - 6;
  const order = [...sections.keys()].sort((left, right) => (sections[left]?.rank ?? 0) - (sections[right]?.rank ?? 0) || left - right);
  const kept = new Set<number>();
  let used = 0;
  for (const index of order) {
    const length = (sections[index]?.full.length ?? 0) + 2;
    if (used + length > room) break;
    used += length;
    kept.add(index);
  }
  const shown = sections.filter((_, index) => kept.has(index)).map(({ full }) => full);
  const missing = sections.length - kept.size;
  return `${[head, ...shown, ...(missing === 0 ? [] : [omission(missing)])].join("\n\n")}\n`.slice(0, limit);
}

/** A table that a reader opens. */
export function details(summary: string, { head, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => prose(cell)).join(" | ")} |`;
  return [`<details><summary>${summary}</summary>`, "", row(head), row(head.map(() => "---")), ...rows.map(row), "", "</details>"].join(
    "\n",
  );
}

/** A text in which nothing is markup or mentions a person: names may hold anything. */
export function prose(value: string): string {
  return value.replaceAll(/[\\`*_{}[\]<>|~@!]|#(?=[\d#\s])/g, (character) =>
    character === "<" ? "&lt;" : character === "@" ? "&#64;" : `\\${character}`,
  );
}

/** A text in a code span. */
export function code(value: string): string {
  return `\`${value.replaceAll("`", "'")}\``;
}
