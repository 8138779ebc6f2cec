import { claims } from "../figures/claims";
import { comparisonRows, scenarioText } from "../figures/comparison-rows";
import { sharingCounts } from "../figures/sharing-counts";
import { numberText } from "@lambda-vpc/reports/page/number-text";
import { lineChart } from "./line-chart";
import { pageCharts } from "./page-charts";
import { type PageInput, type PageModel, type PageSettings, scenarioOfPage } from "./page-input";

/** What the page shows of an input. */
export interface PageResults {
  /** One sentence, which is announced. */
  readonly summary: string;
  /** Charts and tables as HTML. */
  readonly results: string;
}

export function pageResults(input: PageInput, settings: PageSettings, model: PageModel): PageResults {
  const comparison = model.compareModels(scenarioOfPage(input, settings, model));
  const sharing = model.compareSharing(comparison.scenario, sharingCounts(input.functions));
  const own = sharing.filter(({ functions }) => functions === input.functions);
  const { before, today } = comparison;
  const tables = [
    table(
      "figures",
      "Both models in numbers",
      ["Figure", "Before September 2019", "Today"],
      comparisonRows(comparison).map((row) => [row.figure, row.before, row.today]),
    ),
    table(
      "claims",
      "What changed in 2019, and what did not",
      ["Claim", "Before September 2019", "Today"],
      own.flatMap((row) => claims(comparison, row)).map((row) => [row.claim, row.before, row.today]),
    ),
    table(
      "by-functions",
      "Interfaces by number of functions",
      ["Functions", "Before September 2019", "Today, a set each", "Today, one set"],
      sharing.map((row) => [row.functions, row.beforeWithSetEach, row.todayWithSetEach, row.todayWithOneSet].map(numberText)),
    ),
  ];
  return {
    summary: `${scenarioText(comparison)}: ${numberText(before.summary.interfaces)} interfaces before September 2019, ${numberText(today.summary.interfaces)} today.`,
    results: [...pageCharts(comparison, sharing).map(lineChart), ...tables].join("\n"),
  };
}

/** A table whose first column names its rows. Texts must be free of markup. */
function table(id: string, caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows.map(
    ([name = "", ...cells]) => `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
  );
  return `<div class="wide" tabindex="0" role="region" aria-labelledby="${id}-caption"><table id="${id}"><caption id="${id}-caption">${caption}</caption>
<thead><tr>${head.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead>
<tbody>${body.join("\n")}</tbody></table></div>`;
}
