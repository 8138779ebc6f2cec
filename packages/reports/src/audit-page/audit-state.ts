import { countText, numberText } from "../page/number-text";
import type { AuditPageData, PageFinding, PageInterface } from "./audit-page-data";
import { findingsView, interfacesView } from "./audit-views";

/** The parts of the page that have pages, and the rows of a page. More are slow to show and to read. */
export const PAGE_SIZES = { interfaces: 100, findings: 25 } as const;
export type PagedPart = keyof typeof PAGE_SIZES;
export const pagedParts = Object.keys(PAGE_SIZES) as readonly PagedPart[];

/** What a reader of the page has chosen. */
export interface AuditState {
  /** A part of an id, a name of a function, a group, or a description. */
  readonly text: string;
  /** The place of an account and Region. */
  readonly region: number | undefined;
  /** The place of a VPC. */
  readonly vpc: number | undefined;
  /** A state of interfaces; all if empty. */
  readonly state: string;
  /** The page of each part, from 0. */
  readonly pages: Readonly<Record<PagedPart, number>>;
  /** How many times larger pages are, for paper. */
  readonly enlarged: number;
}

export const START: AuditState = {
  text: "",
  region: undefined,
  vpc: undefined,
  state: "",
  pages: { interfaces: 0, findings: 0 },
  enlarged: 1,
};

export interface PageRange {
  readonly page: number;
  readonly pages: number;
  readonly text: string;
}

/** What the page shows: HTML by the id of its element, which the script replaces. */
export interface AuditParts {
  readonly html: Readonly<Record<PagedPart, string>>;
  readonly ranges: Readonly<Record<PagedPart, PageRange>>;
  /** How much is selected. It is announced. */
  readonly status: string;
}

/** What the page shows in a state. The command and the script in the page compute it alike. */
export function auditParts(data: AuditPageData, state: AuditState): AuditParts {
  const interfaces = data.interfaces.filter((one) => isSelected(data, one, state));
  const findings = data.findings.filter((one) => isFound(one, state.text));
  const ranges = {
    interfaces: rangeOf("interfaces", interfaces.length, state, "interface"),
    findings: rangeOf("findings", findings.length, state, "finding"),
  };
  return {
    html: {
      interfaces: interfacesView(data, interfaces.slice(ranges.interfaces.from, ranges.interfaces.to)).html,
      findings: findingsView(data, findings.slice(ranges.findings.from, ranges.findings.to)).html,
    },
    ranges,
    status: `${partOf(interfaces.length, data.interfaces.length, "interface")}, ${partOf(findings.length, data.findings.length, "finding")}`,
  };
}

function isSelected({ holders }: AuditPageData, one: PageInterface, { text, region, vpc, state }: AuditState): boolean {
  if (region !== undefined && one.region !== region) return false;
  if ((vpc !== undefined && one.vpc !== vpc) || (state !== "" && one.state !== state)) return false;
  const own = one.holders === null ? "" : (holders[one.holders] ?? "");
  return contains(text, [one.id, one.subnet, one.groups, one.description, own]);
}

function isFound({ check, subject, what, fix }: PageFinding, text: string): boolean {
  return contains(text, [check, subject, what, fix]);
}

function contains(text: string, values: readonly string[]): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === "" || values.some((value) => value.toLowerCase().includes(wanted));
}

function rangeOf(part: PagedPart, total: number, { pages, enlarged }: AuditState, noun: string): PageRange & { from: number; to: number } {
  const size = PAGE_SIZES[part] * enlarged;
  const count = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(0, pages[part]), count - 1);
  const [from, to] = [page * size, Math.min(total, (page + 1) * size)];
  const many = count === 1 ? countText(total, noun) : `${numberText(from + 1)} to ${numberText(to)} of ${countText(total, noun)}`;
  return { page, pages: count, text: total === 0 ? "" : many, from, to };
}

/** `3 of 40 interfaces`, `40 interfaces` for all. */
function partOf(shown: number, all: number, noun: string): string {
  return shown === all ? countText(all, noun) : `${numberText(shown)} of ${countText(all, noun)}`;
}
