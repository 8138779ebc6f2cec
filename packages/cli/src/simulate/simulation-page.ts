import { compareModels, compareSharing, LARGEST_BLOCK, loadShapes, SMALLEST_BLOCK, usableAddresses } from "@lambda-vpc/model";
import { countText, numberText } from "@lambda-vpc/reports/page/number-text";
import { trustedMarkup } from "@lambda-vpc/reports/page/markup";
import { wholePage } from "@lambda-vpc/reports/page/whole-page";
import { SLIDERS } from "./page/connect-page";
import type { PageInput, PageSettings } from "./page/page-input";
import { pageResults } from "./page/page-results";
import { pageScript } from "./page-script";
import type { ReadScenario } from "./read-scenario";
import { simulationStyle } from "./simulation-style";

interface Slider {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const sliders: Readonly<Record<(typeof SLIDERS)[number], Slider>> = {
  functions: { label: "Functions", min: 1, max: 200, step: 1 },
  sets: { label: "Security-group sets", min: 1, max: 200, step: 1 },
  subnets: { label: "Subnets", min: 1, max: 16, step: 1 },
  memory: { label: "Memory of each function, in MB", min: 128, max: 3008, step: 64 },
  concurrency: { label: "Peak of concurrent executions", min: 0, max: 3000, step: 50 },
};

/** One page without any other file: the figures and charts of the scenario, and sliders that compute them again. */
export function simulationPage(read: ReadScenario): string {
  const { input, settings } = pageStart(read);
  const { summary, results } = pageResults(input, settings, { compareModels, compareSharing, loadShapes });
  const body = `<main>
<h1>ENIs of Lambda functions before September 2019 and today</h1>
<form aria-label="Scenario" autocomplete="off">
${SLIDERS.map((id) => sliderHtml(id, input)).join("\n")}
${listHtml("load", "Load", input.load, [...Object.keys(loadShapes).map((name) => [name, name] as const), ...(settings.fileLoad.length > 0 ? [["file", "as in the file"] as const] : [])])}
${listHtml("addresses", "Size of each subnet", String(input.addresses), sizeOptions(read))}
</form>
<p id="summary" role="status">${summary}</p>
<div id="results">
${results}
</div>
</main>
<footer>The simulation assumes what AWS does not document: interfaces are kept, one at invocation takes ${numberText(read.scenario.interfaceWait)} s, and before September 2019 it is created in the subnet with most free addresses. Today, connections are spread evenly.</footer>`;
  const title = "ENIs of Lambda functions before September 2019 and today";
  return wholePage({ title, style: simulationStyle, body: trustedMarkup(body), script: pageScript(settings) });
}

/** What the page starts with, and what it keeps. */
function pageStart({ scenario, shape, prefixLengths }: ReadScenario): { readonly input: PageInput; readonly settings: PageSettings } {
  const { functions, sets, subnets, memory, load, secondsPerStep, interfaceWait, connectionsPerExecution, quota } = scenario;
  const [first = 0] = subnets;
  const isOneSize = new Set(prefixLengths).size === 1;
  return {
    input: {
      functions,
      sets,
      subnets: subnets.length,
      memory,
      concurrency: load.reduce((most, one) => Math.max(most, one), 0),
      load: shape ?? "file",
      addresses: isOneSize ? first : 0,
    },
    settings: {
      steps: load.length,
      secondsPerStep,
      interfaceWait,
      connectionsPerExecution,
      quota: { before: finite(quota.before), today: finite(quota.today) },
      given: subnets,
      fileLoad: shape === undefined ? load : [],
    },
  };
}

function finite(limit: number): number | null {
  return Number.isFinite(limit) ? limit : null;
}

/** A slider whose range and steps include the value that it starts with. */
function sliderHtml(id: keyof typeof sliders, input: PageInput): string {
  const { label, min, max, step } = sliders[id];
  const value = input[id];
  const most = id === "sets" ? input.functions : Math.max(max, value);
  const width = (value - min) % step === 0 && (most - min) % step === 0 ? step : 1;
  return `<div><label for="${id}">${label}</label><output id="${id}-value" for="${id}">${numberText(value)}</output><input id="${id}" type="range" min="${min}" max="${most}" step="${width}" value="${value}"></div>`;
}

function listHtml(id: string, label: string, value: string, options: readonly (readonly [string, string])[]): string {
  const items = options.map(([name, text]) => `<option value="${name}"${name === value ? " selected" : ""}>${text}</option>`);
  return `<div><label for="${id}">${label}</label><select id="${id}">${items.join("")}</select></div>`;
}

/** Every size that a subnet can have, and the sizes of the command if they differ. */
function sizeOptions({ prefixLengths }: ReadScenario): readonly (readonly [string, string])[] {
  const lengths = Array.from({ length: SMALLEST_BLOCK - LARGEST_BLOCK + 1 }, (_, index) => LARGEST_BLOCK + index);
  const all = lengths.map(
    (length) => [String(usableAddresses(length)), `/${length} (${countText(usableAddresses(length), "address", "addresses")})`] as const,
  );
  const given = prefixLengths.map((length) => `/${length}`).join(", ");
  return new Set(prefixLengths).size === 1 ? all : [["0", given], ...all];
}
