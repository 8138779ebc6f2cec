import { countText, numberText } from "../page/number-text";
import { type Markup, markup } from "../page/markup";
import { boundedText, boundsText } from "./bounds-text";
import { type MatrixRow, usersOf } from "./matrix-rows";
import type { ReportData, SetFigures } from "./report-data";
import { setName } from "./set-name";

/** The most subnets that are columns. A table with more is not readable; the last column names the others. */
export const MOST_COLUMNS = 16;

/** What the matrix shows: all selected rows, and the part of them on this page. */
export interface MatrixPage {
  readonly rows: readonly MatrixRow[];
  readonly from: number;
  readonly to: number;
  /** The set of each function before merging, if the matrix shows the sets after it. */
  readonly setBefore?: ReadonlyMap<number, SetFigures>;
}

/** A table for each VPC: its sets and functions are rows, its subnets columns. Each mark in the row of a set is a combination. */
export function matrixView(data: ReportData, page: MatrixPage): Markup {
  if (page.rows.length === 0)
    return markup`<p class="none">${data.total.functions === 0 ? "No function is in a VPC." : "No function is selected."}</p>`;
  const byVpc = [...Map.groupBy(page.rows, ({ set }) => set.vpc)];
  const starts = new Map<number, number>();
  let start = 0;
  for (const [vpc, rows] of byVpc) {
    starts.set(vpc, start);
    start += rows.length;
  }
  return markup`${byVpc.map(([vpc, rows]) => {
    const first = starts.get(vpc) ?? 0;
    const [from, to] = [Math.max(0, page.from - first), Math.min(rows.length, page.to - first)];
    return from >= to ? markup`` : vpcTable(data, { vpc, rows, from, to, setBefore: page.setBefore });
  })}`;
}

interface VpcPage extends Omit<MatrixPage, "setBefore"> {
  readonly vpc: number;
  readonly setBefore: MatrixPage["setBefore"];
}

function vpcTable(data: ReportData, { vpc, rows, from, to, setBefore }: VpcPage): Markup {
  const { columns, others } = columnsOf(data, rows);
  const id = `matrix-${vpc}`;
  const changes = rows.map((row) => changeOf(data, row, setBefore));
  const isChanging = changes.some((change) => change !== "");
  const heads = [
    ...columns.map((subnet) => markup`<th scope="col" class="s">${data.subnets[subnet]?.name ?? ""}</th>`),
    ...(others.length === 0 ? [] : [markup`<th scope="col" class="others">${others.length} more subnets</th>`]),
    ...(isChanging ? [markup`<th scope="col" class="change">${setBefore === undefined ? "Merges into" : "Set before"}</th>`] : []),
  ];
  const rowOf = (row: MatrixRow, index: number): Markup => {
    const combinations = row.kind === "set" ? boundsText(row.set.combinations) : "";
    const change = isChanging ? markup`<td class="change">${changes[index] ?? ""}</td>` : "";
    return markup`<tr class="${row.kind}" aria-rowindex="${index + 2}">${rowHead(data, row)}<td class="n">${combinations}</td>${columns.map((subnet) => cellOf(data, row, subnet))}${othersCell(data, row, others)}${change}</tr>
`;
  };
  return markup`<div class="wide matrix" role="region" aria-labelledby="${id}"><table role="grid" aria-rowcount="${rows.length + 1}" aria-labelledby="${id}">
<caption id="${id}">${data.vpcs[vpc] ?? ""}</caption>
<thead><tr aria-rowindex="1"><th scope="col">Security-group set, functions</th><th scope="col" class="n">Combi&shy;nations</th>${heads}</tr></thead>
<tbody>${rows.slice(from, to).map((row, index) => rowOf(row, from + index))}</tbody></table></div>`;
}

/** The set that replaces the set of a row in a merge. After merging, the set that a function had before, if that is another. */
function changeOf(data: ReportData, row: MatrixRow, setBefore: MatrixPage["setBefore"]): string {
  if (row.kind === "set") return row.set.into === null ? "" : setName(data, { groups: row.set.into, exact: true });
  const before = setBefore?.get(row.function);
  const name = before === undefined ? "" : setName(data, before);
  return name === setName(data, row.set) ? "" : name;
}

/** The subnets of rows by name, those of the most columns, and the others. */
function columnsOf(
  { subnets }: ReportData,
  rows: readonly MatrixRow[],
): { readonly columns: readonly number[]; readonly others: readonly number[] } {
  const sets = new Set(rows.map(({ set }) => set));
  const used = new Set([...sets].flatMap(({ uses }) => uses.flatMap((use) => [...use.subnets, ...use.possible])));
  const all = subnets.flatMap((_, index) => (used.has(index) ? [index] : []));
  return { columns: all.slice(0, MOST_COLUMNS), others: all.slice(MOST_COLUMNS) };
}

function rowHead(data: ReportData, row: MatrixRow): Markup {
  if (row.kind === "function") return markup`<th scope="row">${data.functions[row.function] ?? ""}</th>`;
  const { set, functions, shown, only } = row;
  const members = only === undefined ? countText(functions, "function") : (data.functions[only] ?? "");
  const part = shown < functions ? `${numberText(shown)} of ${members}` : members;
  return markup`<th scope="row"><b>${setName(data, set)}</b> <small>${part}</small></th>`;
}

/** Functions that use a subnet: `12`, or `12 to 15` if three of them may. In the row of a function, a mark. */
function cellOf(data: ReportData, row: MatrixRow, subnet: number): Markup {
  const name = data.subnets[subnet]?.name ?? "";
  if (row.kind === "set" && row.only === undefined) {
    const { certain, possible } = usersOf(row.set, subnet);
    if (certain + possible === 0) return markup`<td></td>`;
    const number = boundsText([certain, certain, certain + possible]);
    return markup`<td class="${certain > 0 && row.set.exact ? "held" : "maybe"}" aria-label="${name}: ${number} functions">${number}</td>`;
  }
  const [use] = row.kind === "set" ? row.set.uses : [row.use];
  const kind = row.kind === "function" ? "uses" : row.set.exact ? "held" : "maybe";
  if (use?.subnets.includes(subnet) === true) return markup`<td class="${kind}" aria-label="${name}: used">●</td>`;
  return use?.possible.includes(subnet) === true ? markup`<td class="maybe" aria-label="${name}: possibly used">?</td>` : markup`<td></td>`;
}

/** The subnets of a row that have no column: the first three, and the number of the rest. */
function othersCell({ subnets }: ReportData, row: MatrixRow, others: readonly number[]): Markup | string {
  if (others.length === 0) return "";
  const uses = row.kind === "set" ? row.set.uses : [row.use];
  const [certain, possible] = [new Set(uses.flatMap((use) => use.subnets)), new Set(uses.flatMap((use) => use.possible))];
  const names = others.flatMap((subnet) => {
    const name = subnets[subnet]?.name ?? "";
    return certain.has(subnet) ? [name] : possible.has(subnet) ? [`${name}?`] : [];
  });
  const more = names.length > 3 ? ` and ${numberText(names.length - 3)} more` : "";
  return markup`<td class="others">${names.slice(0, 3).join(", ")}${more}</td>`;
}

/** What one row means, in a sentence. */
export function rowNote(data: ReportData, row: MatrixRow): string {
  const name = setName(data, row.set);
  const combinations = boundedText(row.set.combinations, "combination");
  if (row.kind === "set") return `${name}: ${countText(row.functions, "function")}, ${combinations}.`;
  const { subnets, possible, exact } = row.use;
  const list = (indices: readonly number[]): string => indices.map((index) => data.subnets[index]?.name ?? "").join(", ");
  const parts = [
    ...(subnets.length === 0 ? [] : [`uses ${list(subnets)}`]),
    ...(possible.length === 0 ? [] : [`may use ${list(possible)}`]),
    ...(exact || possible.length > 0 ? [] : ["may use unknown subnets"]),
  ];
  return `${data.functions[row.function] ?? ""} ${parts.join(", and ")}, with ${name}: ${combinations}.`;
}
