import { describe, expect, test } from "@jest/globals";
import { documentOf } from "../testing/document-of";
import { firstPreview } from "../testing/first-preview";
import { reportDataOf } from "../format/report-data-of";
import type { FindingData, ReportData } from "./report-data";
import { reportParts, type ReportState, START } from "./report-state";

const whole = reportDataOf(
  documentOf(
    firstPreview([
      ...["audit", "cart"].map((name) => ({ name, vpc: "main", groups: [`${name}-sg`] })),
      ...Array.from({ length: 150 }, (_, index) => ({ name: `task-${index}`, vpc: "batch", groups: ["batch-sg"] })),
    ]),
  ),
);
const finding = (subject: string, about: Partial<Pick<FindingData, "functions" | "groups" | "vpcs">>): FindingData => ({
  ...{ policy: "p", severity: "high", level: "advisory", verdict: "violation", subject, what: "", why: [], fix: [], position: null },
  ...{ functions: [], groups: [], vpcs: [], ...about },
});
const [main, batch] = ["main", "batch"].map((name) => whole.vpcs.indexOf(name)) as [number, number];
const findings = [
  finding("audit", { functions: [whole.functions.indexOf("audit")], vpcs: [main] }),
  finding("cart-sg", { groups: [whole.groups.indexOf("cart-sg")], vpcs: [main] }),
  finding("of main", { vpcs: [main] }),
  finding("of batch", { vpcs: [batch] }),
  finding("anywhere", {}),
];
const data: ReportData = { ...whole, checked: { summary: "", findings, total: 5, mandatory: 0, undecided: 0, unchecked: [] } };
const shown = (change: Partial<ReportState>): string => {
  const { html } = reportParts(data, { ...START, ...change });
  return findings.flatMap(({ subject }) => (html.findings.includes(`<span>${subject}</span>`) ? [subject] : [])).join(", ");
};

describe("the findings of", () => {
  test.each<{ sentence: string; change: Partial<ReportState>; is: string }>([
    { sentence: "everything", change: {}, is: "audit, cart-sg, of main, of batch, anywhere" },
    { sentence: "a VPC", change: { vpc: batch }, is: "of batch, anywhere" },
    { sentence: "a function, with those of its whole VPC", change: { functionText: "audit" }, is: "audit, of main, anywhere" },
    { sentence: "a group", change: { groupText: "CART" }, is: "cart-sg, of main, anywhere" },
  ])("$sentence", ({ change, is }) => expect(shown(change)).toBe(is));
});

test.each([
  { page: 0, range: "1 to 100 of 153 rows", rows: 100 },
  { page: 1, range: "101 to 153 of 153 rows", rows: 53 },
  { page: 9, range: "101 to 153 of 153 rows", rows: 53 },
])("page $page of the matrix has $range", ({ page, range, rows }) => {
  const { ranges, rows: shownRows } = reportParts(data, { ...START, pages: { ...START.pages, matrix: page } });
  expect([ranges.matrix.text, shownRows.length]).toEqual([range, rows]);
});

test("a selection states its part of each list", () => {
  expect(reportParts(data, { ...START, vpc: main }).status).toBe("2 of 152 functions, 2 of 3 sets, 2 of 4 subnets, 4 of 5 findings");
});
