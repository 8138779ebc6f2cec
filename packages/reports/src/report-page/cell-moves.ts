/** A cell of the matrix: its row on the page, the heads of its tables included, and its place in the row. */
export interface CellPlace {
  readonly row: number;
  readonly cell: number;
}

/** Where a key leads: to a cell of this page, or to the first or last row of another page. */
export type CellMove = { readonly to: CellPlace } | { readonly page: 1 | -1; readonly at: "first" | "last"; readonly cell: number };

/**
 * Where a key leads from a cell, as in grids of other applications. Undefined if it leads nowhere. `sizes` is the number of cells of each row.
 * Law: every cell is reached from every other by arrow keys.
 */
export function cellMove(key: string, withControl: boolean, { row, cell }: CellPlace, sizes: readonly number[]): CellMove | undefined {
  const last = sizes.length - 1;
  const at = (to: CellPlace): CellMove | undefined => {
    const size = sizes[to.row] ?? 0;
    return size === 0 ? undefined : { to: { row: to.row, cell: Math.max(0, Math.min(to.cell, size - 1)) } };
  };
  switch (key) {
    case "ArrowLeft":
      return at({ row, cell: cell - 1 });
    case "ArrowRight":
      return at({ row, cell: cell + 1 });
    case "ArrowUp":
      return row === 0 ? { page: -1, at: "last", cell } : at({ row: row - 1, cell });
    case "ArrowDown":
      return row === last ? { page: 1, at: "first", cell } : at({ row: row + 1, cell });
    case "Home":
      return at({ row: withControl ? 0 : row, cell: 0 });
    case "End":
      return at({ row: withControl ? last : row, cell: Infinity });
    case "PageUp":
      return { page: -1, at: "first", cell };
    case "PageDown":
      return { page: 1, at: "first", cell };
    default:
      return undefined;
  }
}
