import type { SqlValue } from "../duckdb/session";
import type { CollectionSummary, ReportDocument, ViewRows } from "./report-document";

/** The report as JSON: each row is an object by the names of its columns. */
export function reportJson({ views, ...rest }: ReportDocument): string {
  const named = views.map(({ view, question, columns, rows }) => ({
    ...{ view, question },
    rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
  }));
  return `${JSON.stringify({ ...rest, views: named }, null, 2)}\n`;
}

/** One view as CSV (RFC 4180). An unknown value is an empty field. A text that a spreadsheet would run as a formula begins with an apostrophe. */
export function viewCsv({ columns, rows }: ViewRows): string {
  return [columns, ...rows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}

function csvField(value: SqlValue): string {
  const text = cellText(value, "");
  const shown = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** The report as lines, with at most `limit` rows of each view. */
export function reportText({ collections, views }: ReportDocument, limit: number): readonly string[] {
  return [...summaryLines(collections), ...views.flatMap((view) => ["", ...viewLines(view, limit)])];
}

function summaryLines({ accounts, regions, functions, oldestDay, newestDay, incomplete }: CollectionSummary): readonly string[] {
  const days = oldestDay === newestDay ? `of ${newestDay ?? "no day"}` : `of ${oldestDay ?? ""} to ${newestDay ?? ""}`;
  return [
    `${counted(accounts, "account")}, ${counted(regions, "Region")} with a collection, ${counted(functions, "function")}, ${days}.`,
    ...(incomplete === 0
      ? []
      : [
          `In ${counted(incomplete, "Region")}, functions or versions were not read whole: their combinations are minimums. See the view missing.`,
        ]),
  ];
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function viewLines({ view, question, columns, rows }: ViewRows, limit: number): readonly string[] {
  if (rows.length === 0) return [`${view}: ${question}`, "  none"];
  const shown = rows.slice(0, limit).map((row) => columns.map((column, index) => shownText(column, row[index] ?? null)));
  const widths = columns.map((column, index) => Math.max(column.length, ...shown.map((row) => (row[index] ?? "").length)));
  const isNumber = columns.map((_, index) => rows.some((row) => typeof row[index] === "number"));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, index) => (isNumber[index] === true ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join("  ")}`.trimEnd();
  const more = rows.length - shown.length;
  return [
    `${view}: ${question}`,
    line(columns),
    ...shown.map(line),
    ...(more === 0 ? [] : [`  ${more.toLocaleString("en-US")} more: add --limit ${rows.length}`]),
  ];
}

/** A share as a percentage, and any other number with at most two decimals. */
function shownText(column: string, value: SqlValue): string {
  if (typeof value !== "number") return cellText(value, "unknown");
  if (column === "share") return `${(100 * value).toLocaleString("en-US", { maximumFractionDigits: 1 })} %`;
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

function cellText(value: SqlValue, unknown: string): string {
  if (value === null) return unknown;
  return Array.isArray(value) ? value.map((one: SqlValue) => cellText(one, unknown)).join(" ") : String(value);
}
