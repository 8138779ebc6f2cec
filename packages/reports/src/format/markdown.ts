import type { AssessmentDocument } from "../document/assessment-document";
import { planText, type Table, type VpcText } from "./plan-table";
import { type FormatOptions, summaryOf } from "./text";

/** GitHub takes 65,536 characters in a comment, the least of the hosts (source: GitHub REST API, issue comments). The rest is for what others add. */
export const MARKDOWN_LIMIT = 60_000;

/**
 * For a comment or a summary of a CI run. If it is longer than `limit`, parts are shortened, the least important first: tables of subnets, tables of sets, findings.
 * Laws: it is never longer than `limit`; its first lines have the numbers of the plan and of the findings; what is left out is stated.
 */
export function markdown(document: AssessmentDocument, { parts = "all", limit = MARKDOWN_LIMIT }: FormatOptions = {}): string {
  const { headline, vpcs, notes } = planText(document);
  const head = [
    `### lambda-vpc: ${document.stack === null ? "no stack" : code(document.stack)}`,
    prose(headline),
    ...(parts === "plan" ? [] : [prose(summaryOf(document))]),
  ];
  const sections: readonly Section[] = [
    ...(parts === "plan" ? [] : document.reports.map(reportSection)),
    ...(parts === "findings" ? [] : vpcs.flatMap(vpcSections)),
    ...(parts === "findings" || notes.length === 0 ? [] : [{ rank: 1, full: notes.map((note) => `- ${prose(note)}`).join("\n") }]),
  ];
  return fitted(head.join("\n\n"), sections, limit);
}

/** A part of the text. Parts of a higher rank are left out first, the last ones of a rank before the others. */
interface Section {
  readonly rank: number;
  readonly full: string;
}

function fitted(head: string, sections: readonly Section[], limit: number): string {
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

function reportSection({ policy, level, severity, message }: AssessmentDocument["reports"][number]): Section {
  const [first = "", ...others] = message.split("\n");
  const lines = [`**${level === "mandatory" ? "❌" : "⚠️"} ${policy}** (${level}, ${severity})`, prose(first), ...others.map(prose)];
  return { rank: 0, full: lines.join("  \n") };
}

function vpcSections({ title, lines, sets, subnets }: VpcText): readonly Section[] {
  return [
    { rank: 1, full: [`**${prose(title)}**`, "", ...lines.map((line) => `- ${prose(line.trim())}`)].join("\n") },
    ...(sets.rows.length === 0 ? [] : [{ rank: 2, full: details(`${sets.rows.length} security-group sets`, sets) }]),
    ...(subnets.rows.length === 0 ? [] : [{ rank: 3, full: details(`${subnets.rows.length} subnets`, subnets) }]),
  ];
}

function details(summary: string, { head, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => prose(cell)).join(" | ")} |`;
  return [`<details><summary>${summary}</summary>`, "", row(head), row(head.map(() => "---")), ...rows.map(row), "", "</details>"].join(
    "\n",
  );
}

/** A text in which nothing is markup or mentions a person: names may hold anything. */
function prose(value: string): string {
  return value.replaceAll(/[\\`*_{}[\]<>|~@!]|#(?=[\d#\s])/g, (character) =>
    character === "<" ? "&lt;" : character === "@" ? "&#64;" : `\\${character}`,
  );
}

function code(value: string): string {
  return `\`${value.replaceAll("`", "'")}\``;
}
