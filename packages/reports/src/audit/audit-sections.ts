import { counted } from "@lambda-vpc/model";
import type { Table } from "../format/plan-table";
import { attentionOf } from "./audit-attention";
import { auditChecks } from "./audit-checks";
import type { AuditDocument, RegionValue } from "./audit-document";
import { gapsText } from "./audit-findings";
import { combinationTable, interfaceTable, shareTable, subnetTable, vpcsOf, vpcTable } from "./audit-tables";
import { headlineOf } from "./audit-words";

/** A part of an audit for people: a title, sentences, and a table that may be empty. */
export interface AuditSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: Table;
}

/** A Region in words and tables: the summary first, then what needs attention, then everything. */
export interface RegionWords {
  readonly title: string;
  readonly headline: string;
  /** What could not be read, and what that makes undecided. */
  readonly gaps: readonly string[];
  readonly vpcs: Table;
  readonly shares: AuditSection | undefined;
  readonly attention: readonly AuditSection[];
  /** Each interface, combination and subnet. */
  readonly rest: readonly AuditSection[];
}

const answerWords: Readonly<Record<RegionValue["undecided"][number]["answer"], string>> = {
  interfaces: "the list of interfaces",
  holders: "the holders of each interface",
  pins: "pinned combinations",
  idle: "idle functions",
  merges: "sets that merge",
  addresses: "addresses",
  quota: "the share of the quota",
  shares: "the shares by the tag",
};

export function regionWords(region: RegionValue, { tag }: Pick<AuditDocument, "tag">): RegionWords {
  const shares = shareTable(region, tag);
  return {
    title: `${region.account} in ${region.region}, read at ${region.readAt}`,
    headline: headlineOf(region),
    gaps: gapLines(region),
    vpcs: vpcTable(region),
    shares:
      region.shares === null
        ? undefined
        : {
            title: `Combinations by the tag ${tag ?? ""}`,
            lines: ["A combination counts equally for each function that holds it."],
            table: shares,
          },
    attention: attentionOf(region).map(({ check, title, head, items }) => ({
      title,
      lines: [`Why: ${auditChecks[check].why}`, `Fix: ${auditChecks[check].fix}`],
      table: { head, rows: items.map(({ cells }) => cells) },
    })),
    rest: vpcsOf(region).flatMap(({ id, title }) => [
      { title, lines: ["Interfaces"], table: interfaceTable(region, id) },
      { title: "", lines: ["Combinations"], table: combinationTable(region, id) },
      { title: "", lines: ["Subnets"], table: subnetTable(region, id) },
    ]),
  };
}

function gapLines({ gaps, undecided, idle }: RegionValue): readonly string[] {
  const unknown = idle.unknown.length === 0 ? [] : [`Whether they are idle is unknown of ${counted(idle.unknown.length, "function")}.`];
  if (gaps.length === 0) return unknown;
  return [
    `Not everything could be read: ${gapsText(gaps)}.`,
    ...(undecided.length === 0
      ? []
      : [`There may be more than is listed here. Undecided: ${undecided.map(({ answer }) => answerWords[answer]).join(", ")}.`]),
    ...unknown,
  ];
}
