import { cellMove, type CellPlace } from "./cell-moves";
import type { PageCell, PageElement, PageRow } from "./page-elements";

/** What a matrix asks of the page around it. */
export interface MatrixHost {
  /** Shows another page of rows. Whether there is one. */
  readonly turnPage: (step: 1 | -1) => boolean;
  /** Called with the place of a row on this page, without the heads of tables, and with whether it is a head. */
  readonly describe: (row: number, isHead: boolean) => void;
}

/**
 * Moves the focus through the cells of the tables by keys. Each table has one cell that the tabulator reaches: the one that had the focus last, at
 * first that of its first row. Returns what must be called when the tables are replaced.
 */
export function connectMatrix(element: PageElement, { turnPage, describe }: MatrixHost): () => void {
  let tables: readonly FocusTable[] = [];
  const rows = (): readonly { readonly table: FocusTable; readonly row: PageRow }[] =>
    tables.flatMap((table) => Array.from(table.rows, (row) => ({ table, row })));
  const placeOf = (target: unknown): CellPlace | undefined => {
    for (const [index, { row }] of rows().entries()) {
      const cell = Array.from(row.cells).findIndex((one) => one.contains(target));
      if (cell >= 0) return { row: index, cell };
    }
    return undefined;
  };
  const focus = ({ row: index, cell }: CellPlace): void => {
    const found = rows()[index];
    if (found === undefined) return;
    makeFocusable(found.table, found.row, cell)?.focus();
    describe(index - headsBefore(tables, found.table), found.row === found.table.rows[0]);
  };
  element.addEventListener("keydown", (event) => {
    const place = placeOf(event.target);
    if (place === undefined || event.key === undefined) return;
    const sizes = rows().map(({ row }) => row.cells.length);
    const move = cellMove(event.key, event.ctrlKey === true, place, sizes);
    if (move === undefined) return;
    event.preventDefault();
    if ("to" in move) focus(move.to);
    else if (turnPage(move.page)) focus({ row: move.at === "first" ? 1 : rows().length - 1, cell: move.cell });
  });
  element.addEventListener("click", (event) => {
    const place = placeOf(event.target);
    if (place !== undefined) focus(place);
  });
  return () => {
    tables = Array.from(element.querySelectorAll("table"), ({ rows: own }) => ({ rows: own }));
    for (const table of tables) makeFocusable(table, table.rows[1], 0);
  };
}

interface FocusTable {
  readonly rows: ArrayLike<PageRow>;
  focusable?: PageCell;
}

function makeFocusable(table: FocusTable, row: PageRow | undefined, index: number): PageCell | undefined {
  const cell = row?.cells[Math.min(index, row.cells.length - 1)];
  if (cell === undefined) return undefined;
  table.focusable?.removeAttribute("tabindex");
  cell.tabIndex = 0;
  table.focusable = cell;
  return cell;
}

/** The heads of a table and of those before it. */
function headsBefore(tables: readonly FocusTable[], table: FocusTable): number {
  return tables.indexOf(table) + 1;
}
