import { elementOf, type PageDocument } from "../report-page/page-elements";
import type { AuditPageData } from "./audit-page-data";
import { auditParts, type AuditState, pagedParts, type PagedPart, START } from "./audit-state";

/** On paper, pages are so many times larger: 2,000 interfaces. */
const ON_PAPER = 20;

const FILTERS = ["text", "region", "vpc", "state"] as const;

/** Shows the page again at each change of a filter or of a page. What does not change is not replaced. */
export function connectAudit(document: PageDocument): void {
  const element = (id: string) => elementOf(document, id);
  const data = JSON.parse(element("data").textContent ?? "") as AuditPageData;
  const shown = new Map<string, string>();
  let state: AuditState = START;
  let parts = auditParts(data, state);

  const show = (change: Partial<AuditState>): void => {
    state = { ...state, ...change };
    parts = auditParts(data, state);
    for (const part of pagedParts) {
      const html = parts.html[part];
      if (shown.get(part) !== html) element(part).innerHTML = html;
      shown.set(part, html);
      const { page, pages, text } = parts.ranges[part];
      element(`${part}-range`).textContent = text;
      // A button that is disabled would lose the focus.
      element(`${part}-previous`).setAttribute("aria-disabled", String(page === 0));
      element(`${part}-next`).setAttribute("aria-disabled", String(page === pages - 1));
      element(`${part}-pager`).setAttribute("data-pages", String(pages));
    }
    element("status").textContent = parts.status;
  };
  const turn = (part: PagedPart, step: 1 | -1): void => {
    const { page, pages } = parts.ranges[part];
    if (page + step >= 0 && page + step < pages) show({ pages: { ...state.pages, [part]: page + step } });
  };
  const filter = (): void => {
    show({
      text: element("text").value,
      region: placeIn(element("region").value),
      vpc: placeIn(element("vpc").value),
      state: element("state").value,
      pages: START.pages,
    });
  };
  for (const id of FILTERS) element(id).addEventListener("input", filter);
  element("filters").addEventListener("reset", (event) => {
    event.preventDefault();
    for (const id of FILTERS) element(id).value = "";
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

/** The place that a choice stands for. Undefined for all. */
function placeIn(value: string): number | undefined {
  return value === "" ? undefined : Number(value);
}
