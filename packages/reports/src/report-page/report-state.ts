import { countText, numberText } from "../page/number-text";
import { findingsView } from "./findings-view";
import { type MatrixRow, matrixRows, type Selected, textTest } from "./matrix-rows";
import { matrixView } from "./matrix-view";
import { tilesView, vpcsView } from "./overview-view";
import type { Figures, FindingData, ReportData, SetFigures } from "./report-data";
import { subnetsView } from "./subnets-view";

/** The parts of the report that have pages, and the rows of a page. More are slow to show and to read. */
export const PAGE_SIZES = { matrix: 100, subnets: 25, findings: 25 } as const;
export type PagedPart = keyof typeof PAGE_SIZES;
export const pagedParts = Object.keys(PAGE_SIZES) as readonly PagedPart[];

/** What a reader of the report has chosen. */
export interface ReportState extends Selected {
  readonly listFunctions: boolean;
  readonly merged: boolean;
  /** The page of each part, from 0. */
  readonly pages: Readonly<Record<PagedPart, number>>;
  /** How many times larger pages are, for paper. */
  readonly enlarged: number;
}

export const START: ReportState = {
  functionText: "",
  groupText: "",
  vpc: undefined,
  listFunctions: true,
  merged: false,
  pages: { matrix: 0, subnets: 0, findings: 0 },
  enlarged: 1,
};

/** The place of a page in its part. */
export interface PageRange {
  readonly page: number;
  readonly pages: number;
  readonly text: string;
}

/** What the report shows: HTML by the id of its element, which the script replaces. */
export interface ReportParts {
  readonly html: Readonly<Record<"tiles" | "vpcs" | PagedPart, string>>;
  readonly ranges: Readonly<Record<PagedPart, PageRange>>;
  /** How much is selected. It is announced. */
  readonly status: string;
  /** The rows of the matrix on this page, in order. */
  readonly rows: readonly MatrixRow[];
}

/** What the report shows in a state. The command and the script in the page compute it alike. */
export function reportParts(data: ReportData, state: ReportState): ReportParts {
  const figures = state.merged && data.after !== null ? data.after : data.before;
  const matrix = matrixRows(data, figures, state, state.listFunctions);
  const subnets = shownSubnets(data, state, matrix.subnets);
  const findings = shownFindings(data, state, matrix.vpcs);
  const ranges = {
    matrix: rangeOf("matrix", matrix.rows.length, state, "row"),
    subnets: rangeOf("subnets", subnets.length, state, "subnet"),
    findings: rangeOf("findings", findings.length, state, "finding"),
  };
  const { matrix: rows, subnets: ofSubnets, findings: ofFindings } = ranges;
  const setBefore = figures === data.after ? setByFunction(data.before) : undefined;
  return {
    html: {
      tiles: tilesView(data, figures).html,
      vpcs: vpcsView(data, figures, state.vpc).html,
      matrix: matrixView(data, { rows: matrix.rows, from: rows.from, to: rows.to, ...(setBefore === undefined ? {} : { setBefore }) }).html,
      subnets: subnetsView(data, figures, subnets.slice(ofSubnets.from, ofSubnets.to)).html,
      findings: findingsView(data, findings.slice(ofFindings.from, ofFindings.to)).html,
    },
    ranges,
    status: statusOf(data, figures, { ...matrix, shownSubnets: subnets.length, findings: findings.length }),
    rows: matrix.rows.slice(rows.from, rows.to),
  };
}

function rangeOf(part: PagedPart, total: number, { pages, enlarged }: ReportState, noun: string): PageRange & { from: number; to: number } {
  const size = PAGE_SIZES[part] * enlarged;
  const count = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(0, pages[part]), count - 1);
  const [from, to] = [page * size, Math.min(total, (page + 1) * size)];
  const text =
    total === 0 ? "" : count === 1 ? countText(total, noun) : `${numberText(from + 1)} to ${numberText(to)} of ${countText(total, noun)}`;
  return { page, pages: count, text, from, to };
}

function shownSubnets(data: ReportData, { vpc, functionText, groupText }: ReportState, used: ReadonlySet<number>): readonly number[] {
  const isNarrowed = functionText.trim() !== "" || groupText.trim() !== "";
  return data.subnets.flatMap((subnet, index) => {
    const isSelected = used.has(index) || (!isNarrowed && (vpc === undefined || subnet.vpc === vpc));
    return isSelected ? [index] : [];
  });
}

/**
 * Findings about what is selected, and those that contain a text of the filter. A finding about a whole VPC, or a subnet, concerns all functions of the
 * VPC. A finding without a VPC concerns each.
 */
function shownFindings(
  { checked, functions, groups }: ReportData,
  { functionText, groupText, vpc }: ReportState,
  vpcs: ReadonlySet<number>,
): readonly FindingData[] {
  const [isFunction, isGroup] = [textTest(functionText, functions), textTest(groupText, groups)];
  const has = ({ subject, what, fix }: FindingData, text: string): boolean =>
    [subject, what, ...fix].some((one) => one.toLowerCase().includes(text.trim().toLowerCase()));
  const isWhole = (finding: FindingData): boolean =>
    finding.functions.length + finding.groups.length === 0 && (finding.vpcs.length === 0 || finding.vpcs.some((one) => vpcs.has(one)));
  return (checked?.findings ?? []).filter(
    (finding) =>
      (vpc === undefined || finding.vpcs.length === 0 || finding.vpcs.includes(vpc)) &&
      (has(finding, functionText) || isWhole(finding) || finding.functions.some(isFunction)) &&
      (has(finding, groupText) || isWhole(finding) || finding.groups.some(isGroup)),
  );
}

function setByFunction({ sets }: Figures): ReadonlyMap<number, SetFigures> {
  return new Map(sets.flatMap((set) => set.uses.flatMap(({ functions }) => functions.map((one) => [one, set] as const))));
}

interface Shown {
  readonly functions: number;
  readonly sets: number;
  readonly shownSubnets: number;
  readonly findings: number;
}

function statusOf({ total, subnets, checked }: ReportData, { sets }: Figures, shown: Shown): string {
  const parts = [
    partOf(shown.functions, total.listed, "function"),
    partOf(shown.sets, sets.length, "set"),
    partOf(shown.shownSubnets, subnets.length, "subnet"),
    ...(checked === null ? [] : [partOf(shown.findings, checked.findings.length, "finding")]),
  ];
  return parts.join(", ");
}

/** `3 of 40 sets`, `40 sets` for all. */
function partOf(shown: number, all: number, noun: string): string {
  return shown === all ? countText(all, noun) : `${numberText(shown)} of ${countText(all, noun)}`;
}
