import { type Markup, markup } from "@lambda-vpc/reports/page/markup";
import { countText, numberText } from "@lambda-vpc/reports/page/number-text";
import type { Cell, PageColumn, PageData, PageTable } from "./page-data";

/** Rows of a table on one page. */
export const PAGE_ROWS = 50;

/** What a reader selects. */
export interface PageState {
  /** What a row must contain, in any case of letters. Empty selects all rows. */
  readonly text: string;
  /** The page of each table, from 0. */
  readonly pages: Readonly<Record<string, number>>;
}

export const START: PageState = { text: "", pages: {} };

/** A table as the page shows it. */
export interface ShownTable {
  readonly html: string;
  readonly range: string;
  readonly page: number;
  readonly pages: number;
  readonly selected: number;
}

/** The rows of a table that contain the text. Law: a longer text selects no further row. */
export function selectedRows({ rows }: PageTable, text: string): readonly (readonly Cell[])[] {
  const sought = text.trim().toLowerCase();
  return sought === "" ? rows : rows.filter((row) => row.some((cell) => typeof cell === "string" && cell.toLowerCase().includes(sought)));
}

/** One page of the selected rows. */
export function shownTable(table: PageTable, { text, pages }: PageState): ShownTable {
  const rows = selectedRows(table, text);
  const count = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(pages[table.id] ?? 0, count - 1);
  const first = page * PAGE_ROWS;
  const shown = rows.slice(first, first + PAGE_ROWS);
  const range =
    rows.length === 0
      ? "No row is selected."
      : `Rows ${numberText(first + 1)} to ${numberText(first + shown.length)} of ${numberText(rows.length)}`;
  return { html: tableView(table, shown).html, range, page, pages: count, selected: rows.length };
}

/** How many rows are selected, for a reader who does not see the tables. */
export function statusText({ tables }: PageData, state: PageState): string {
  if (state.text.trim() === "") return "All rows are shown.";
  return tables.map((table) => `${table.title}: ${countText(selectedRows(table, state.text).length, "row")}`).join("; ");
}

function tableView({ title, columns }: PageTable, rows: readonly (readonly Cell[])[]): Markup {
  if (rows.length === 0) return markup`<p class="none">None.</p>`;
  return markup`<table aria-label="${title}"><thead><tr>${columns.map((column) => markup`<th scope="col"${numeric(column)}>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${columns.map((column, index) => cellView(column, row[index] ?? null, index === 0))}</tr>`)}</tbody></table>`;
}

function numeric({ kind }: PageColumn): Markup {
  return kind === "text" ? markup`` : markup` class="n"`;
}

function cellView(column: PageColumn, cell: Cell, isHead: boolean): Markup {
  if (isHead) return markup`<th scope="row">${cellText(cell)}</th>`;
  if (column.kind === "share" && typeof cell === "number")
    return markup`<td class="n share${cell > 1 ? " over" : ""}"><span>${numberText(100 * cell)} %</span><svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="free" width="100" height="10"/><rect class="used" width="${Math.round(100 * Math.min(1, cell))}" height="10"/></svg></td>`;
  return markup`<td${numeric(column)}>${cellText(cell)}</td>`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "unknown";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return typeof cell === "number" ? numberText(cell) : cell;
}
