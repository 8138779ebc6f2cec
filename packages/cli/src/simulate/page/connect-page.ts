import { numberText } from "@lambda-vpc/reports/page/number-text";
import type { PageInput, PageModel, PageSettings } from "./page-input";
import { pageResults } from "./page-results";

/** What the script uses of an element in a browser. */
export interface PageElement {
  value: string;
  max: string;
  innerHTML: string;
  textContent: string | null;
  addEventListener(type: "input", listener: () => void): void;
}

export interface PageDocument {
  getElementById(id: string): PageElement | null;
}

/** The sliders, by their ids. */
export const SLIDERS = ["functions", "sets", "subnets", "memory", "concurrency"] as const;
const LISTS = ["load", "addresses"] as const;

/** Computes the page again at each change of a slider or list. */
export function connectPage(document: PageDocument, settings: PageSettings, model: PageModel): void {
  const element = (id: string): PageElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no element ${id}.`);
    return found;
  };
  const number = (id: string): number => Number(element(id).value);
  const show = (): void => {
    // A function has one set. A slider above its maximum moves to it.
    element("sets").max = element("functions").value;
    if (number("sets") > number("functions")) element("sets").value = element("functions").value;
    for (const id of SLIDERS) element(`${id}-value`).textContent = numberText(number(id));
    const input: PageInput = {
      functions: number("functions"),
      sets: number("sets"),
      subnets: number("subnets"),
      memory: number("memory"),
      concurrency: number("concurrency"),
      load: element("load").value,
      addresses: number("addresses"),
    };
    const { summary, results } = pageResults(input, settings, model);
    element("summary").textContent = summary;
    element("results").innerHTML = results;
  };
  for (const id of [...SLIDERS, ...LISTS]) element(id).addEventListener("input", show);
  show();
}
