import { expect, test } from "@jest/globals";
import type { AuditPageData, PageInterface } from "./audit-page-data";
import { auditParts, type AuditState, PAGE_SIZES, START } from "./audit-state";

const one = (index: number, parts: Partial<PageInterface> = {}): PageInterface => ({
  ...{
    id: `eni-${index}`,
    region: index % 4 === 0 ? 1 : 0,
    vpc: index % 2,
    subnet: `subnet-${index % 3}`,
    groups: "sg-1 + sg-2",
    state: "held",
    holders: index % 2,
    description: "",
  },
  ...parts,
});

const data: AuditPageData = {
  ...{ title: "123456789012/us-east-1", version: "0.1.0", regions: [], tiles: [], shares: null, notes: [] },
  vpcs: { head: [], rows: [] },
  interfaces: [
    ...Array.from({ length: 200 }, (_, index) => one(index)),
    one(200, { state: "orphan", holders: null, description: "ENI-old" }),
  ],
  holders: ["orders ($LATEST, 3)", "users"],
  findings: [{ check: "orphaned-interface", severity: "medium", verdict: "warning", subject: "eni-200", what: "x", why: "y", fix: "z" }],
};

const shown = (state: Partial<AuditState>): readonly string[] =>
  [...auditParts(data, { ...START, ...state }).html.interfaces.matchAll(/<th role="rowheader" scope="row">([^<]*)</g)].map(
    ([, id = ""]) => id,
  );

test("a page has the first interfaces, and the last page the rest", () => {
  expect(shown({})).toHaveLength(PAGE_SIZES.interfaces);
  expect(shown({ pages: { interfaces: 2, findings: 0 } })).toEqual(["eni-200"]);
  expect(auditParts(data, START).ranges.interfaces.text).toBe("1 to 100 of 201 interfaces");
});

test.each<{ state: Partial<AuditState>; status: string }>([
  { state: { text: "ORDERS" }, status: "100 of 201 interfaces, 0 of 1 finding" },
  { state: { text: " eni-200 " }, status: "1 of 201 interfaces, 1 finding" },
  { state: { text: "old" }, status: "1 of 201 interfaces, 0 of 1 finding" },
  { state: { state: "orphan" }, status: "1 of 201 interfaces, 1 finding" },
  { state: { region: 1 }, status: "51 of 201 interfaces, 1 finding" },
  { state: { region: 1, vpc: 1 }, status: "0 of 201 interfaces, 1 finding" },
  { state: { vpc: 1 }, status: "100 of 201 interfaces, 1 finding" },
  { state: { text: "no such thing" }, status: "0 of 201 interfaces, 0 of 1 finding" },
])("$state selects $status", ({ state, status }) => {
  expect(auditParts(data, { ...START, ...state }).status).toBe(status);
});

test("what names contain is never markup", () => {
  const hostile = { ...data, interfaces: [one(1, { subnet: "<script>alert(1)</script>" })] };
  expect(auditParts(hostile, START).html.interfaces).not.toContain("<script>");
});
