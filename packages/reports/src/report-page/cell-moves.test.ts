import { expect, test } from "@jest/globals";
import { cellMove } from "./cell-moves";

const sizes = [3, 3, 3, 2, 2];

test.each<{ key: string; withControl?: boolean; from: readonly [number, number]; to: readonly [number, number] | string | undefined }>([
  { key: "ArrowRight", from: [1, 1], to: [1, 2] },
  { key: "ArrowRight", from: [1, 2], to: [1, 2] },
  { key: "ArrowLeft", from: [1, 0], to: [1, 0] },
  { key: "ArrowDown", from: [2, 2], to: [3, 1] },
  { key: "ArrowDown", from: [4, 1], to: "page 1, first" },
  { key: "ArrowUp", from: [1, 1], to: [0, 1] },
  { key: "ArrowUp", from: [0, 1], to: "page -1, last" },
  { key: "Home", from: [2, 2], to: [2, 0] },
  { key: "End", from: [3, 0], to: [3, 1] },
  { key: "Home", withControl: true, from: [2, 2], to: [0, 0] },
  { key: "End", withControl: true, from: [2, 0], to: [4, 1] },
  { key: "PageDown", from: [2, 1], to: "page 1, first" },
  { key: "PageUp", from: [2, 1], to: "page -1, first" },
  { key: "Tab", from: [2, 1], to: undefined },
  { key: "a", from: [2, 1], to: undefined },
])("$key from $from leads to $to", ({ key, withControl = false, from: [row, cell], to }) => {
  const move = cellMove(key, withControl, { row, cell }, sizes);
  const place = move === undefined ? undefined : "to" in move ? [move.to.row, move.to.cell] : `page ${move.page}, ${move.at}`;
  expect(place).toEqual(to);
});
