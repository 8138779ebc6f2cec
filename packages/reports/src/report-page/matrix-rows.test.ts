import { describe, expect, test } from "@jest/globals";
import { matrixRows, type Selected, usersOf } from "./matrix-rows";
import type { Bounds, ReportData, SetFigures } from "./report-data";

const exact = (number: number): Bounds => [number, number, number];
const set = (vpc: number, groups: readonly number[], uses: SetFigures["uses"]): SetFigures => ({
  ...{ vpc, groups, uses, exact: true, combinations: exact(1), into: null },
});
const sets = [
  set(
    0,
    [0],
    [
      { functions: [2, 0], subnets: [0], possible: [], exact: true },
      { functions: [1], subnets: [], possible: [0, 1], exact: false },
    ],
  ),
  set(0, [1], [{ functions: [3], subnets: [1], possible: [], exact: true }]),
  set(1, [2], [{ functions: [4], subnets: [2], possible: [], exact: true }]),
];
const figures = { combinations: exact(4), marginal: exact(4), vpcs: [], sets, subnets: [] };
const data: ReportData = {
  ...{ stack: "shop", version: "1", notes: [], checked: null, after: null, before: figures, total: { functions: 5, listed: 5 } },
  functions: ["audit", "Cart", "mails", "orders", "stock"],
  groups: ["shared", "orders-sg", "stock-sg"],
  subnets: ["a", "b", "c"].map((name) => ({ name, range: null, vpc: 0 })),
  vpcs: ["main", "other"],
};

const rowsOf = (selected: Partial<Selected>, listFunctions = true) => {
  const { rows, functions, subnets } = matrixRows(
    data,
    figures,
    { functionText: "", groupText: "", vpc: undefined, ...selected },
    listFunctions,
  );
  return {
    rows: rows.map((row) =>
      row.kind === "set" ? `${data.groups[row.set.groups[0] ?? 0] ?? ""} ${row.shown}/${row.functions}` : data.functions[row.function],
    ),
    functions,
    subnets: [...subnets].sort(),
  };
};

describe("the rows of", () => {
  test.each<{ sentence: string; selected: Partial<Selected>; rows: readonly string[]; functions: number; subnets: readonly number[] }>([
    {
      ...{ sentence: "everything", selected: {}, functions: 5, subnets: [0, 1, 2] },
      rows: ["shared 3/3", "audit", "Cart", "mails", "orders-sg 1/1", "stock-sg 1/1"],
    },
    { sentence: "a function", selected: { functionText: " CAR" }, rows: ["shared 1/3", "Cart"], functions: 1, subnets: [0, 1] },
    { sentence: "a group", selected: { groupText: "orders" }, rows: ["orders-sg 1/1"], functions: 1, subnets: [1] },
    { sentence: "a VPC", selected: { vpc: 1 }, rows: ["stock-sg 1/1"], functions: 1, subnets: [2] },
    { sentence: "a function of another VPC", selected: { vpc: 1, functionText: "audit" }, rows: [], functions: 0, subnets: [] },
  ])("$sentence", ({ selected, rows, functions, subnets }) => {
    expect(rowsOf(selected)).toEqual({ rows, functions, subnets });
  });

  test("sets alone", () => {
    expect(rowsOf({}, false).rows).toEqual(["shared 3/3", "orders-sg 1/1", "stock-sg 1/1"]);
  });
});

test("functions that may use a subnet are counted apart", () => {
  expect([0, 1, 2].map((subnet) => usersOf(sets[0] ?? set(0, [], []), subnet))).toEqual([
    { certain: 2, possible: 1 },
    { certain: 0, possible: 1 },
    { certain: 0, possible: 0 },
  ]);
});
