import type { PageData } from "./page-data";
import { type PageState, shownTable, START, statusText } from "./page-tables";

/** What the script uses of an element in a browser. */
export interface PageElement {
  value: string;
  innerHTML: string;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  addEventListener(type: "input" | "click", listener: () => void): void;
}

export interface PageDocument {
  getElementById(id: string): PageElement | null;
}

/** Shows the tables again at each change of the search field, or of a page. */
export function connectOrganisation(document: PageDocument): void {
  const element = (id: string): PageElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no element ${id}.`);
    return found;
  };
  const data = JSON.parse(element("data").textContent ?? "") as PageData;
  let state: PageState = START;
  const show = (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    for (const table of data.tables) {
      const { html, range, page, pages } = shownTable(table, state);
      element(table.id).innerHTML = html;
      element(`${table.id}-range`).textContent = range;
      // A button that is disabled would lose the focus.
      element(`${table.id}-previous`).setAttribute("aria-disabled", String(page === 0));
      element(`${table.id}-next`).setAttribute("aria-disabled", String(page === pages - 1));
      element(`${table.id}-pager`).setAttribute("data-pages", String(pages));
    }
    element("status").textContent = statusText(data, state);
  };
  element("search").addEventListener("input", () => show({ text: element("search").value, pages: {} }));
  for (const table of data.tables) {
    const turn = (step: 1 | -1) => (): void => {
      const { page, pages } = shownTable(table, state);
      show({ pages: { ...state.pages, [table.id]: Math.min(pages - 1, Math.max(0, page + step)) } });
    };
    element(`${table.id}-previous`).addEventListener("click", turn(-1));
    element(`${table.id}-next`).addEventListener("click", turn(1));
  }
  show({ text: element("search").value });
}
