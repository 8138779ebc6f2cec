import type { ReportDocument, SqlValue, ViewName, ViewRows } from "@lambda-vpc/organisation";
import { compiledModule } from "@lambda-vpc/reports/page/compiled-module";
import { linkModules } from "@lambda-vpc/reports/page/link-modules";
import { type Markup, markup, trustedMarkup } from "@lambda-vpc/reports/page/markup";
import { countText, numberText } from "@lambda-vpc/reports/page/number-text";
import { wholePage } from "@lambda-vpc/reports/page/whole-page";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownFolder } from "../../command/own-version";
import type { Cell, PageColumn, PageData, PageTable } from "./page-data";
import { organisationStyle } from "./page-style";
import { shownTable, START, statusText } from "./page-tables";

/** The rows of each view that a page has. More would make it slow to open. */
const MOST_ROWS = 2000;

interface TableChoice {
  readonly view: ViewName;
  readonly title: string;
  readonly note: string;
  readonly columns: Readonly<Record<string, PageColumn>>;
}

const text = (title: string): PageColumn => ({ title, kind: "text" });
const number = (title: string): PageColumn => ({ title, kind: "number" });
const place = { account: text("Account"), region: text("Region"), vpc: text("VPC") };

/** The tables of the page: the columns of a view that it shows, in their order. */
const choices: readonly TableChoice[] = [
  {
    view: "accounts",
    title: "Accounts by share of quota",
    note: "The share is that of the fullest VPC of the account.",
    columns: {
      account: text("Account"),
      share: { title: "Share of quota", kind: "share" },
      ...{ vpcs: number("VPCs"), functions: number("Functions"), combinations: number("Combinations"), avoidable: number("Avoidable") },
      functions_complete: text("Read whole"),
      oldest_day: text("Collected"),
    },
  },
  {
    view: "quota_headroom",
    title: "VPCs with the least headroom",
    note: "Used are the combinations, or the interfaces of Lambda if there are more. Other services share the quota, so headroom is a maximum.",
    columns: {
      ...{ vpc: text("VPC"), account: text("Account"), region: text("Region"), share: { title: "Share of quota", kind: "share" } },
      ...{ used: number("Used"), quota: number("Quota"), headroom: number("Headroom"), avoidable: number("Avoidable") },
      quota_assumed: text("Quota assumed"),
    },
  },
  {
    view: "merges",
    title: "What merging saves",
    note: "Sets of one VPC that grant the same. No function gains or loses access if all of them use the set to keep.",
    columns: {
      keep: text("Set to keep"),
      ...place,
      saved: number("Saved"),
      security_group_sets: number("Sets"),
      members: text("Sets that grant the same"),
    },
  },
  {
    view: "pinned_versions",
    title: "Versions that keep combinations",
    note: "Published versions whose combinations no latest version uses. Freed are those that disappear if this version alone is deleted.",
    columns: { function_name: text("Function"), version: text("Version"), ...place, pinned: number("Pinned"), freed: number("Freed") },
  },
  {
    view: "missing",
    title: "What could not be read",
    note: "Figures that rest on these parts are bounds.",
    columns: { account: text("Account"), region: text("Region"), part: text("Part"), reason: text("Reason"), message: text("Message") },
  },
];

/** The views that the page reads. */
export const pageViews: readonly ViewName[] = choices.map(({ view }) => view);

/** One file that works offline: where the quota of an organisation is used. */
export function organisationPage(document: ReportDocument): string {
  const { accounts, oldestDay, newestDay, incomplete } = document.collections;
  const data: PageData = { tiles: tilesOf(document), tables: choices.flatMap((choice) => tableOf(choice, document.views)) };
  const days = oldestDay === newestDay ? (newestDay ?? "") : `${oldestDay ?? ""} to ${newestDay ?? ""}`;
  const title = `Lambda networking of ${countText(accounts, "account")}`;
  const body = markup`<main>
<h1>${title}</h1>
<p>Collected ${days}.${incomplete === 0 ? "" : ` In ${countText(incomplete, "Region")}, functions or versions were not read whole: their combinations are minimums.`}</p>
<dl id="tiles">${data.tiles.map(({ id, label, value, note }) => markup`<div class="tile"><dt>${label}</dt><dd id="${id}">${value}</dd><dd class="note">${note}</dd></div>`)}</dl>
<div id="filter" role="search"><label for="search">Search accounts, VPCs, groups and functions</label><input id="search" type="search" autocomplete="off"><p id="status" role="status">${statusText(data, START)}</p></div>
${data.tables.map(sectionOf)}
</main>
<footer>Views of a dataset of lambda-vpc. Each can be printed: lambda-vpc organisation report --view NAME.</footer>`;
  return wholePage({ title, style: organisationStyle, body, data, script: script() });
}

function sectionOf(table: PageTable): Markup {
  const { html, range, page, pages } = shownTable(table, START);
  const cut =
    table.total > table.rows.length
      ? ` The page has the first ${numberText(table.rows.length)} of ${numberText(table.total)} rows; print all with --view ${table.view} --format csv.`
      : "";
  return markup`<section aria-labelledby="${table.id}-title"><h2 id="${table.id}-title">${table.title}</h2><p class="note">${table.note}${cut}</p>
<div class="pager" id="${table.id}-pager" data-pages="${pages}"><span id="${table.id}-range">${range}</span><button id="${table.id}-previous" type="button" aria-label="Previous rows of ${table.title}" aria-disabled="${String(page === 0)}">Previous</button><button id="${table.id}-next" type="button" aria-label="Next rows of ${table.title}" aria-disabled="${String(page === pages - 1)}">Next</button></div>
<div class="wide" id="${table.id}" tabindex="0" role="region" aria-label="${table.title}, table">${trustedMarkup(html)}</div></section>
`;
}

function tableOf({ view, title, note, columns }: TableChoice, views: readonly ViewRows[]): readonly PageTable[] {
  const found = views.find((one) => one.view === view);
  if (found === undefined) return [];
  const positions = Object.keys(columns).map((name) => found.columns.indexOf(name));
  const rows = found.rows.slice(0, MOST_ROWS).map((row) => positions.map((position) => cellOf(row[position] ?? null)));
  return [{ id: view.replaceAll("_", "-"), view, title, note, columns: Object.values(columns), rows, total: found.rows.length }];
}

function cellOf(value: SqlValue): Cell {
  return typeof value === "object" && value !== null ? value.join(", ") : value;
}

function tilesOf({ collections: { accounts, regions, functions }, views }: ReportDocument): PageData["tiles"] {
  const sum = (column: string): number => {
    const found = views.find(({ view }) => view === "accounts");
    const position = found?.columns.indexOf(column) ?? -1;
    return (found?.rows ?? []).reduce((total, row) => total + Number(row[position] ?? 0), 0);
  };
  const full = views.find(({ view }) => view === "quota_headroom");
  const share = full?.rows[0]?.[full.columns.indexOf("share")];
  return [
    { id: "tile-accounts", label: "Accounts", value: numberText(accounts), note: `${countText(regions, "Region")} with a collection` },
    { id: "tile-functions", label: "Functions", value: numberText(functions), note: "in VPCs or not" },
    { id: "tile-combinations", label: "Combinations", value: numberText(sum("combinations")), note: `in ${countText(sum("vpcs"), "VPC")}` },
    { id: "tile-avoidable", label: "Avoidable", value: numberText(sum("avoidable")), note: "by merging sets that grant the same" },
    {
      id: "tile-share",
      label: "Fullest VPC",
      value: typeof share === "number" ? `${numberText(100 * share)} %` : "none",
      note: "of the quota",
    },
  ];
}

function script(): string {
  const entry = "cli/organisation/page/connect-organisation";
  const read = (module: string): string => {
    const [name = "", ...path] = module.split("/");
    return name === "reports" ? compiledModule(path.join("/")) : readFileSync(join(ownFolder, "dist", `${path.join("/")}.js`), "utf8");
  };
  return linkModules({
    entries: [entry],
    main: `load(${JSON.stringify(entry)}).connectOrganisation(document);`,
    read,
    packages: { "@lambda-vpc/reports": "reports" },
  });
}
