import { counted, printable } from "@lambda-vpc/model";
import { type FormatOptions, tableLines } from "../format/text";
import type { AuditDocument } from "./audit-document";
import { type AuditSection, regionWords } from "./audit-sections";

/** What an audit is rendered with, in addition to what all formats take. */
export interface AuditFormatOptions extends FormatOptions {
  /** Whether every interface, combination and subnet is listed. */
  readonly all?: boolean;
}

/** The most rows of a list that needs attention. */
const FEW_ROWS = 10;

/** For a terminal: the summary, the VPCs, and what needs attention. The rest on request. */
export function auditText(document: AuditDocument, { all = false, rows = all ? Infinity : FEW_ROWS }: AuditFormatOptions = {}): string {
  const sections = document.regions.flatMap((region) => {
    const { title, headline, gaps, vpcs, shares, attention, rest } = regionWords(region, document);
    return [
      [title, ...[headline, ...gaps].map(indented)],
      tableLines(vpcs, Infinity),
      ...(shares === undefined ? [] : sectionLines(shares, Infinity)),
      ...attention.flatMap((section) => sectionLines(section, rows)),
      ...(all ? rest.flatMap((section) => sectionLines(section, rows)) : []),
    ];
  });
  const more =
    all || document.regions.length === 0
      ? []
      : ["Every interface with its holders: --all, or --format html. What holds one: lambda-vpc audit ENI|GROUP|SUBNET"];
  return [...sections, [auditSummary(document), ...more]]
    .filter(({ length }) => length > 0)
    .map((lines) => `${lines.map(printable).join("\n")}\n`)
    .join("\n");
}

/** The number of findings, and whether there may be more. */
export function auditSummary({ findings, unchecked }: AuditDocument): string {
  const partial = new Set(unchecked.map(({ policy }) => policy)).size;
  const more = partial === 0 ? "" : ` There may be more: ${counted(partial, "check is", "checks are")} not complete.`;
  return `${findings.length === 0 ? "No findings" : counted(findings.length, "finding")}.${more}`;
}

function sectionLines({ title, lines, table }: AuditSection, rows: number): readonly (readonly string[])[] {
  const words = [...(title === "" ? [] : [title]), ...lines.map(indented)];
  const shown = tableLines(table, rows).map((line) => line.replace("; the format json has all", "; --all lists them"));
  return [[...words, ...shown]];
}

function indented(line: string): string {
  return `  ${line}`;
}
