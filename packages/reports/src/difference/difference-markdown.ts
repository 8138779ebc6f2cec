import { counted } from "@lambda-vpc/model";
import type { FindingValue } from "../document/assessment-document";
import { explained } from "../format/junit";
import { code, details, fitted, MARKDOWN_LIMIT, prose, type Section } from "../format/markdown-parts";
import type { Table } from "../format/plan-table";
import type { FormatOptions } from "../format/text";
import type { DifferenceDocument } from "./difference-document";
import { differenceWords, type VpcWords } from "./difference-words";

/**
 * For a comment on a pull request. If it is longer than `limit`, parts are left out, the least important first: tables of subnets, tables of sets, VPCs,
 * findings. Laws: it is never longer than `limit`; its first lines have the numbers of the difference; what is left out is stated.
 */
export function differenceMarkdown(document: DifferenceDocument, { limit = MARKDOWN_LIMIT, rows = 100 }: FormatOptions = {}): string {
  const { title, headline, findings, vpcs, notes } = differenceWords(document);
  const head = [
    `### lambda-vpc: ${document.stack.after === null && document.stack.before === null ? "no stack" : code(title)}`,
    prose(headline),
    ...(findings === undefined ? [] : [prose(findings)]),
  ];
  const sections: readonly Section[] = [
    ...(document.findings?.added ?? []).map(findingSection),
    ...vpcs.flatMap((vpc) => vpcSections(vpc, rows)),
    ...(notes.length === 0 ? [] : [{ rank: 1, full: notes.map((note) => `- ${prose(note)}`).join("\n") }]),
  ];
  return fitted(head.join("\n\n"), sections, limit);
}

function findingSection(finding: FindingValue): Section {
  const { policy, level, severity } = finding;
  const lines = [
    `**${level === "mandatory" ? "❌" : "⚠️"} ${policy}** (new, ${level}, ${severity})`,
    ...explained(finding).split("\n").map(prose),
  ];
  return { rank: 0, full: lines.join("  \n") };
}

function vpcSections({ title, lines, added, removed, subnets }: VpcWords, rows: number): readonly Section[] {
  const table = (what: string, { head, rows: all }: Table, rank: number): readonly Section[] => {
    const more = all.length - rows;
    const shown = more <= 0 ? all : [...all.slice(0, rows), [`and ${more} more; the format json has all`, ...head.slice(1).map(() => "")]];
    return all.length === 0 ? [] : [{ rank, full: details(what, { head, rows: shown }) }];
  };
  return [
    { rank: 1, full: [`**${prose(title)}**`, "", ...lines.map((line) => `- ${prose(line)}`)].join("\n") },
    ...table(counted(added.rows.length, "added set"), added, 2),
    ...table(`${counted(removed.rows.length, "removed set")}, held for a while`, removed, 2),
    ...table(counted(subnets.rows.length, "subnet"), subnets, 3),
  ];
}
