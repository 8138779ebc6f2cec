import { connectMatrix } from "./connect-matrix";
import { rowNote } from "./matrix-view";
import { elementOf, type PageDocument } from "./page-elements";
import type { ReportData } from "./report-data";
import { pagedParts, type PagedPart, type ReportParts, reportParts, type ReportState, START } from "./report-state";

const PARTS = ["tiles", "vpcs", "matrix", "subnets", "findings"] as const;

/** On paper, pages are so many times larger: 2,000 rows of the matrix. */
const ON_PAPER = 20;

/** Shows the report again at each change of a filter, of the switch, or of a page. What does not change is not replaced. */
export function connectReport(document: PageDocument): void {
  const element = (id: string) => elementOf(document, id);
  const data = JSON.parse(element("data").textContent ?? "") as ReportData;
  const shown = new Map<string, string>();
  let [state, parts] = [START, reportParts(data, START)];

  const show = (change: Partial<ReportState>): void => {
    state = { ...state, ...change };
    parts = reportParts(data, state);
    for (const part of PARTS) {
      const html = parts.html[part];
      if (shown.get(part) === html) continue;
      element(part).innerHTML = html;
      shown.set(part, html);
      if (part === "matrix") matrixReplaced();
    }
    for (const part of pagedParts) showRange(part, parts);
    element("status").textContent = parts.status;
    element("note").textContent = "";
  };
  const showRange = (part: PagedPart, { ranges }: ReportParts): void => {
    const { page, pages, text } = ranges[part];
    element(`${part}-range`).textContent = text;
    // A button that is disabled would lose the focus.
    element(`${part}-previous`).setAttribute("aria-disabled", String(page === 0));
    element(`${part}-next`).setAttribute("aria-disabled", String(page === pages - 1));
    element(`${part}-pager`).setAttribute("data-pages", String(pages));
  };
  const turn = (part: PagedPart, step: 1 | -1): boolean => {
    const { page, pages } = parts.ranges[part];
    if (page + step < 0 || page + step >= pages) return false;
    show({ pages: { ...state.pages, [part]: page + step } });
    return true;
  };
  const matrixReplaced = connectMatrix(element("matrix"), {
    turnPage: (step) => turn("matrix", step),
    describe: (index, isHead) => {
      const row = isHead ? undefined : parts.rows[index];
      element("note").textContent = row === undefined ? "" : rowNote(data, row);
    },
  });

  const filter = (): void => {
    const vpc = element("vpc").value;
    show({
      functionText: element("function").value,
      groupText: element("group").value,
      vpc: vpc === "" ? undefined : Number(vpc),
      listFunctions: element("list").checked,
      merged: element("merged").checked,
      pages: START.pages,
    });
  };
  for (const id of ["function", "group", "vpc", "list", "merged"]) element(id).addEventListener("input", filter);
  element("filters").addEventListener("reset", (event) => {
    event.preventDefault();
    for (const id of ["function", "group", "vpc"]) element(id).value = "";
    filter();
  });
  element("filters").addEventListener("submit", (event) => event.preventDefault());
  for (const part of pagedParts) {
    element(`${part}-previous`).addEventListener("click", () => turn(part, -1));
    element(`${part}-next`).addEventListener("click", () => turn(part, 1));
  }
  document.defaultView?.addEventListener("beforeprint", () => show({ enlarged: ON_PAPER }));
  document.defaultView?.addEventListener("afterprint", () => show({ enlarged: 1 }));
  filter();
}
