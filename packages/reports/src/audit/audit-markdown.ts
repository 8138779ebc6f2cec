import { code, details, fitted, MARKDOWN_LIMIT, prose, type Section } from "../format/markdown-parts";
import type { AuditDocument } from "./audit-document";
import { type AuditSection, regionWords, type RegionWords } from "./audit-sections";
import { type AuditFormatOptions, auditSummary } from "./audit-text";

/** For a comment or a summary of a CI run. If it is longer than `limit`, lists are left out, the least important first, and the text states it. */
export function auditMarkdown(document: AuditDocument, { all = false, limit = MARKDOWN_LIMIT }: AuditFormatOptions = {}): string {
  const head = [
    `### lambda-vpc audit: ${document.stack === null ? `${document.regions.length} Regions` : code(document.stack)}`,
    prose(auditSummary(document)),
  ];
  const sections = document.regions.flatMap((region) => regionSections(regionWords(region, document), all));
  return fitted(head.join("\n\n"), sections, limit);
}

function regionSections({ title, headline, gaps, vpcs, shares, attention, rest }: RegionWords, all: boolean): readonly Section[] {
  return [
    { rank: 0, full: [`**${prose(title)}**`, prose(headline), ...gaps.map((line) => `⚠️ ${prose(line)}`)].join("\n\n") },
    ...(vpcs.rows.length === 0 ? [] : [{ rank: 0, full: details(`${vpcs.rows.length} VPCs`, vpcs) }]),
    ...(shares === undefined ? [] : [sectionOf(shares, 1)]),
    ...attention.map((section) => sectionOf(section, 1)),
    ...(all ? rest.filter(({ table }) => table.rows.length > 0).map((section) => sectionOf(section, 2)) : []),
  ];
}

function sectionOf({ title, lines, table }: AuditSection, rank: number): Section {
  const words = [...(title === "" ? [] : [`**${prose(title)}**`]), ...lines.map(prose)];
  return { rank, full: [...words, details(`${table.rows.length} rows`, table)].join("\n\n") };
}
