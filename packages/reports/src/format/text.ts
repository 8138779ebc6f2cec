import { counted } from "@lambda-vpc/model";
import type { AssessmentDocument, FindingsDocument } from "../document/assessment-document";
import { planText, type Table } from "./plan-table";

/** What a report is made with. Each format reads what concerns it. */
export interface FormatOptions {
  /** What the reader asked for: the plan, or the findings too. */
  readonly parts?: "plan" | "findings" | "all";
  /** The most rows of a table. */
  readonly rows?: number;
  /** The most characters of the whole, for formats that a host limits. */
  readonly limit?: number;
  /** The folder of Pulumi.yaml relative to the root of the repository, with `/`; the root itself if not given. */
  readonly folder?: string;
  /** The name of the project file in this folder; Pulumi.yaml if not given. */
  readonly projectFile?: string;
}

/** For a terminal: lines of plain text, each of which a terminal shows and does not obey. */
export function text(document: AssessmentDocument, { parts = "all", rows = 20 }: FormatOptions = {}): string {
  const sections = [
    ...(parts === "findings" ? [] : planSections(document, rows)),
    ...(parts === "plan" ? [] : [...document.reports.map(reportLines), [summaryOf(document)]]),
  ];
  return sections.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function planSections(document: AssessmentDocument, rows: number): readonly (readonly string[])[] {
  const { headline, vpcs, notes } = planText(document);
  return [
    [`${document.stack ?? "No stack"}: ${headline}`],
    ...vpcs.flatMap(({ title, lines, sets, subnets }) => [
      [title, ...lines.map((line) => `  ${line}`)],
      tableLines(sets, rows),
      tableLines(subnets, rows),
    ]),
    notes,
  ].filter(({ length }) => length > 0);
}

function reportLines({ policy, level, severity, message }: AssessmentDocument["reports"][number]): readonly string[] {
  const [first = "", ...others] = message.split("\n");
  return [`${level}: ${policy} (${severity})`, `  ${first}`, ...others.map((line) => `  ${line}`)];
}

/** The numbers of findings, the same in every format. */
export function summaryOf({ summary, policies, unchecked }: Pick<FindingsDocument, "summary" | "policies" | "unchecked">): string {
  const { mandatory, advisory, violations, warnings, undecided, waived } = summary;
  const partial = new Set(unchecked.flatMap(({ policy, reason }) => (reason === "partial" ? [policy] : []))).size;
  const nothing = unchecked.filter(({ reason }) => reason !== "partial").length;
  const failed = [
    ...(nothing === 0 ? [] : [` ${counted(nothing, "policy", "policies")} checked nothing.`]),
    ...(partial === 0 ? [] : [` ${counted(partial, "check is", "checks are")} not complete.`]),
  ].join("");
  if (mandatory + advisory === 0 && unchecked.length === 0)
    return `${counted(policies.length, "policy", "policies")}: no findings${waived === 0 ? "" : `, ${waived} waived`}.`;
  const kinds = [
    counted(violations, "violation"),
    counted(warnings, "warning"),
    `${undecided} undecided`,
    ...(waived === 0 ? [] : [`${waived} waived`]),
  ];
  return `${counted(mandatory + advisory, "finding")} (${mandatory} mandatory, ${advisory} advisory): ${kinds.join(", ")}.${failed}`;
}

/** The rows of a table below each other, in columns. */
export function tableLines({ head, rows }: Table, most: number): readonly string[] {
  if (rows.length === 0) return [];
  const shown = [head, ...rows.slice(0, most)];
  const widths = head.map((_, column) => Math.max(...shown.map((row) => (row[column] ?? "").length)));
  const more = rows.length - most;
  return [
    ...shown.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd()),
    ...(more <= 0 ? [] : [`  and ${more} more; the format json has all`]),
  ];
}
