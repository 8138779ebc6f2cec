import type { FindingValue } from "../document/assessment-document";
import { explained } from "../format/junit";
import { type FormatOptions, tableLines } from "../format/text";
import type { DifferenceDocument } from "./difference-document";
import { differenceWords } from "./difference-words";

/** For a terminal: lines of plain text, each of which a terminal shows and does not obey. */
export function differenceText(document: DifferenceDocument, { rows = 20 }: FormatOptions = {}): string {
  const { title, headline, findings, vpcs, notes } = differenceWords(document);
  const sections: readonly (readonly string[])[] = [
    [`${title}: ${headline}`],
    ...vpcs.flatMap(({ title: vpc, lines, added, removed, subnets }) => [
      [vpc, ...lines.map((line) => `  ${line}`)],
      tableLines(added, rows),
      tableLines(removed, rows),
      tableLines(subnets, rows),
    ]),
    notes,
    ...(document.findings?.added ?? []).map(findingLines),
    findings === undefined ? [] : [findings],
  ];
  return sections
    .filter(({ length }) => length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function findingLines(finding: FindingValue): readonly string[] {
  const { policy, level, severity } = finding;
  return [
    `new, ${level}: ${policy} (${severity})`,
    ...explained(finding)
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}
