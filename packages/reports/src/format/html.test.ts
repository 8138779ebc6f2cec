import { describe, expect, test } from "@jest/globals";
import { documentOf } from "../testing/document-of";
import { firstPreview, type PreviewFunction } from "../testing/first-preview";
import { readReport } from "../testing/read-report";
import { html } from "./html";

const reportOf = (functions: readonly PreviewFunction[]) => readReport(html(documentOf(firstPreview(functions))));
const inMain = (name: string, ...groups: readonly string[]): PreviewFunction => ({ name, vpc: "main", groups });

describe("the report of", () => {
  test("a stack without functions states that there is none", () => {
    const { textOf, rowsOf } = reportOf([]);
    expect([textOf("functions"), textOf("combinations"), textOf("matrix"), textOf("vpcs")]).toEqual([
      "0",
      "0",
      "No function is in a VPC.",
      expect.stringContaining("No function is in a VPC."),
    ]);
    expect(rowsOf("matrix")).toEqual([]);
  });

  test("one function has its set, its combinations and its subnets in one row", () => {
    const { rowsOf, textOf } = reportOf([inMain("orders", "orders-sg")]);
    expect(rowsOf("matrix")).toEqual([["orders-sg orders", "2", "●", "●"]]);
    expect(textOf("matrix-range")).toBe("1 row");
  });

  test("functions that share a set has the functions below the set, and how many share each combination", () => {
    const functions = [inMain("orders", "shared"), inMain("cart", "shared"), inMain("mails", "mails-sg")];
    expect(reportOf(functions).rowsOf("matrix")).toEqual([
      ["mails-sg mails", "2", "●", "●", ""],
      ["shared 2 functions", "2", "2", "2", "mails-sg"],
      ["cart", "", "●", "●", ""],
      ["orders", "", "●", "●", ""],
    ]);
  });

  test("functions whose subnets are unknown has bounds and no number", () => {
    const { rowsOf, textOf } = reportOf([
      { ...inMain("orders", "shared"), isOpen: true },
      { ...inMain("cart", "shared"), isOpen: true },
    ]);
    expect(textOf("combinations")).toBe("1 to 2");
    expect(rowsOf("matrix")).toEqual([
      ["shared 2 functions", "1 to 2", "0 to 2", "0 to 2"],
      ["cart", "", "?", "?"],
      ["orders", "", "?", "?"],
    ]);
    expect(rowsOf("vpcs")).toEqual([["main", "2", "1", "1 to 2", "0 to 1", "0 to 1", "1 to 2 of 500 ENIs"]]);
  });

  test("functions in no known VPC lists them apart, and bounds the VPCs that they may be in", () => {
    const { rowsOf, data } = reportOf([inMain("orders", "orders-sg"), { name: "lost", groups: ["lost-sg"] }]);
    expect(rowsOf("vpcs").map(([name, functions]) => [name, functions])).toEqual([
      ["main", "1"],
      ["VPC not known", "1"],
    ]);
    expect(rowsOf("vpcs").map((cells) => cells.at(-1))).toEqual(["2 to 18 of 500 ENIs", "unknown"]);
    expect(data).toMatchObject({ vpcs: ["main", "VPC not known"], functions: ["orders", "lost"] });
    expect(rowsOf("matrix").map(([name]) => name)).toEqual(["orders-sg orders", "lost-sg lost"]);
  });

  test("functions only in unknown VPCs counts them in one", () => {
    const { rowsOf } = reportOf([{ name: "lost", groups: ["lost-sg"] }]);
    expect(rowsOf("vpcs").map(([name, functions]) => [name, functions])).toEqual([["unknown VPC", "1"]]);
    expect(rowsOf("matrix").map(([name]) => name)).toEqual(["lost-sg lost"]);
  });

  test("several VPCs has a table for each, with its subnets", () => {
    const { rowsOf, textOf } = reportOf([inMain("orders", "orders-sg"), { name: "export", vpc: "batch", groups: ["batch-sg"] }]);
    expect(rowsOf("vpcs").map(([name, functions, sets, combinations]) => [name, functions, sets, combinations])).toEqual([
      ["batch", "1", "1", "2"],
      ["main", "1", "1", "2"],
    ]);
    expect(textOf("matrix")).toMatch(/^batch[^]*batch-abatch-b[^]*batch-sg export[^]*main[^]*main-amain-b[^]*orders-sg orders/);
    expect(rowsOf("subnets").map(([name]) => name)).toEqual([
      "batch-a 10.1.0.0/24, batch",
      "batch-b 10.1.1.0/24, batch",
      "main-a 10.0.0.0/24, main",
      "main-b 10.0.1.0/24, main",
    ]);
  });
});

test("a plan has no findings, and a report of a check has them with their fixes", () => {
  const document = documentOf(firstPreview([inMain("orders", "orders-sg"), inMain("cart", "cart-sg")]));
  expect(readReport(html(document, { parts: "plan" })).data).toMatchObject({ checked: null });
  const text = readReport(html(document, { parts: "findings" })).textOf("findings");
  for (const { what, fix } of document.findings.slice(0, 25)) for (const line of [what, ...fix]) expect(text).toContain(line);
});

test("5,000 functions with a set each are a file that opens: the page has the first rows, and the data all of them", () => {
  const functions = Array.from({ length: 5000 }, (_, index) => inMain(`function-${index}`, `group-${index}`));
  const text = html(documentOf(firstPreview(functions), { "share-security-groups": "advisory" }));
  const { data, rowsOf, textOf } = readReport(text);
  expect(text.length).toBeLessThan(5_000_000);
  expect(data).toMatchObject({ total: { functions: 5000, listed: 5000 } });
  expect(rowsOf("matrix")).toHaveLength(100);
  expect(textOf("matrix-range")).toBe("1 to 100 of 5,000 rows");
  expect(textOf("combinations")).toBe("10,000");
}, 60_000);
