import type { AssessmentDocument } from "../document/assessment-document";
import { code, details, fitted, MARKDOWN_LIMIT, prose, type Section } from "./markdown-parts";
import { planText, type VpcText } from "./plan-table";
import { type FormatOptions, summaryOf } from "./text";

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
