/** A cell of a table. */
export type Cell = string | number | boolean | null;

/** A table of the page. */
export interface PageTable {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly PageColumn[];
  /** In the order of the report. */
  readonly rows: readonly (readonly Cell[])[];
  /** The number of rows of the view, of which the page has the first. */
  readonly total: number;
  /** The view, for the command that prints all rows. */
  readonly view: string;
}

export interface PageColumn {
  readonly title: string;
  /** `share` is drawn as a bar. */
  readonly kind: "text" | "number" | "share";
}

/** What the page shows. */
export interface PageData {
  readonly tiles: readonly { readonly id: string; readonly label: string; readonly value: string; readonly note: string }[];
  readonly tables: readonly PageTable[];
}
