import { printable } from "@lambda-vpc/model";
import type { AuditPageData, PageInterface, VpcRow } from "../audit-page/audit-page-data";
import type { AuditDocument, RegionValue } from "./audit-document";
import { regionWords } from "./audit-sections";
import { auditSummary } from "./audit-text";
import { listedVpcs, shareTable, vpcTable } from "./audit-tables";
import { holdersText, setText } from "./audit-words";

/** The most findings that the page lists. A file with more is slow to open. */
const MOST_FINDINGS = 2_000;

/** What the page contains of a document: all interfaces, and the first findings. */
export function auditPageDataOf(document: AuditDocument): AuditPageData {
  const { regions, findings, tag, tool } = document;
  const lists = new PageLists(regions);
  const sum = (numberOf: (region: RegionValue) => number): number => regions.reduce((total, region) => total + numberOf(region), 0);
  const words = regions.map((region) => regionWords(region, document));
  const [first] = regions;
  const left = findings.length - MOST_FINDINGS;
  const placed = placing(regions);
  return {
    title: document.stack ?? `${regions.length} Regions`,
    version: tool.version,
    regions: words.map(({ title, headline, gaps }, index) => ({
      ...{ place: placeOf(regions[index]), name: printable(title), headline, gaps: gaps.map(printable) },
    })),
    tiles: [
      { title: "Functions in VPCs", number: sum(({ functions }) => functions.inVpcs), note: "" },
      { title: "Combinations", number: sum(({ combinations }) => combinations.length), note: "" },
      { title: "Interfaces", number: sum(({ interfaces }) => interfaces.length), note: "" },
      { title: "Needs attention", number: findings.length, note: "" },
    ],
    vpcs: {
      head: first === undefined ? [] : placed(vpcTable(first).head, "Region"),
      rows: lists.vpcs.map(({ region, cells }) => ({ region, cells: placed(cells, placeOf(regions[region])) })),
    },
    shares:
      tag === null || first === undefined
        ? null
        : {
            head: placed(shareTable(first, tag).head.map(printable), "Region"),
            rows: regions.flatMap((region) => shareTable(region, tag).rows.map((row) => placed(row.map(printable), placeOf(region)))),
          },
    interfaces: lists.interfaces,
    holders: lists.holders,
    findings: findings.slice(0, MOST_FINDINGS).map(({ policy, severity, verdict, subject, what, why, fix }) => ({
      ...{ check: policy, severity, verdict, subject, what, why: why.join(" "), fix: fix.join(" ") },
    })),
    notes: [auditSummary(document), ...(left <= 0 ? [] : [`${left} more findings are left out. The format json has all.`])],
  };
}

/** The account and Region, such as `123456789012 in us-east-1`. */
function placeOf(region: RegionValue | undefined): string {
  return region === undefined ? "" : printable(`${region.account} in ${region.region}`);
}

/** Puts the Region into the second column of a table, if there are several. */
function placing(regions: readonly RegionValue[]): (cells: readonly string[], place: string) => readonly string[] {
  return regions.length === 1 ? (cells) => cells : ([first = "", ...others], place) => [first, place, ...others];
}

/** The lists of all Regions, one after the other. */
class PageLists {
  readonly vpcs: VpcRow[] = [];
  readonly interfaces: PageInterface[] = [];
  readonly holders: string[] = [];

  constructor(regions: readonly RegionValue[]) {
    for (const [index, region] of regions.entries()) this.add(index, region);
  }

  private add(index: number, region: RegionValue): void {
    const places = new Map(listedVpcs(region).map(({ id }, place) => [id, this.vpcs.length + place]));
    for (const cells of vpcTable(region).rows) this.vpcs.push({ region: index, cells: cells.map(printable) });
    const start = this.holders.length;
    for (const { holders } of region.combinations) this.holders.push(printable(holdersText(holders, Infinity)));
    for (const { id, vpc, subnet, securityGroups, state, combination, owner, description } of region.interfaces)
      this.interfaces.push({
        ...{
          id: printable(id),
          region: index,
          vpc: places.get(vpc) ?? null,
          subnet: printable(subnet),
          groups: printable(setText(securityGroups)),
          state,
        },
        holders: combination === null ? null : start + combination,
        description: printable([owner ?? "", description].filter((part) => part !== "").join(": ")),
      });
  }
}
