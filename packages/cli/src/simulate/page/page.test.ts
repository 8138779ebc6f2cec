import { describe, expect, test } from "@jest/globals";
import { compareModels, compareSharing, loadShapes } from "@lambda-vpc/model";
import { connectPage, type PageElement, SLIDERS } from "./connect-page";
import { type PageInput, type PageSettings, scenarioOfPage } from "./page-input";
import { pageResults } from "./page-results";

const model = { compareModels, compareSharing, loadShapes };
const settings: PageSettings = {
  steps: 60,
  secondsPerStep: 1,
  interfaceWait: 10,
  connectionsPerExecution: 1,
  quota: { before: null, today: 500 },
  given: [251, 11],
  fileLoad: [],
};
const input: PageInput = { functions: 40, sets: 2, subnets: 3, memory: 3008, concurrency: 1000, load: "constant", addresses: 251 };

describe("the scenario of the page", () => {
  test.each([
    {
      change: "as it is",
      given: {},
      scenario: { functions: 40, sets: 2, subnets: [251, 251, 251], quota: { before: Infinity, today: 500 } },
    },
    { change: "more sets than functions", given: { functions: 3, sets: 5 }, scenario: { functions: 3, sets: 3 } },
    { change: "the sizes of the command", given: { addresses: 0 }, scenario: { subnets: [251, 11, 251] } },
    { change: "another load", given: { load: "spikes" }, scenario: { load: loadShapes.spikes(1000, 60) } },
  ])("$change", ({ given, scenario }) => {
    expect(scenarioOfPage({ ...input, ...given }, settings, model)).toMatchObject(scenario);
  });

  test("has the load of a file, scaled to the concurrency", () => {
    const file = { ...settings, fileLoad: [5, 10, 0] };
    expect(scenarioOfPage({ ...input, load: "file", concurrency: 10 }, file, model).load).toEqual([5, 10, 0]);
    expect(scenarioOfPage({ ...input, load: "file", concurrency: 40 }, file, model).load).toEqual([20, 40, 0]);
  });
});

test("charts have a title and a description, and tables the numbers", () => {
  const { summary, results } = pageResults(input, settings, model);
  expect(summary).toMatch(/: 753 interfaces before September 2019, 6 today\.$/);
  expect(results.match(/<svg class="chart" role="img" aria-labelledby="[\w-]+ [\w-]+"/g)).toHaveLength(3);
  expect(results).toContain('<th scope="row">interfaces at the end</th><td>753</td><td>6</td>');
});

test("lines of a chart are inside of it, for any load", () => {
  for (const concurrency of [0, 1, 1000, 50_000]) {
    const { results } = pageResults({ ...input, concurrency }, settings, model);
    const numbers = [...results.matchAll(/ d="(M[^"]*)"/g)].flatMap(([, path = ""]) => path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    expect(numbers.every((number) => number >= 0 && number <= 720)).toBe(true);
    expect(results).not.toMatch(/NaN|Infinity|undefined/);
  }
});

describe("a change on the page", () => {
  class Element implements PageElement {
    max = "";
    innerHTML = "";
    textContent: string | null = null;
    changed: () => void = () => undefined;
    constructor(public value: string) {}
    addEventListener(_: "input", listener: () => void): void {
      this.changed = listener;
    }
  }

  function opened() {
    const elements = new Map(Object.entries(input).map(([id, value]) => [id, new Element(String(value))]));
    for (const id of [...SLIDERS.map((one) => `${one}-value`), "summary", "results"]) elements.set(id, new Element(""));
    const element = (id: string): Element => elements.get(id) ?? new Element("");
    connectPage({ getElementById: (id) => elements.get(id) ?? null }, settings, model);
    return { element, change: (id: string, value: string) => Object.assign(element(id), { value }).changed() };
  }

  test("computes everything again", () => {
    const { element, change } = opened();
    expect(element("summary").textContent).toContain("753 interfaces before September 2019, 6 today");
    change("subnets", "5");
    expect(element("subnets-value").textContent).toBe("5");
    expect(element("summary").textContent).toContain("1,000 interfaces before September 2019, 10 today");
    expect(element("results").innerHTML).toBe(pageResults({ ...input, subnets: 5 }, settings, model).results);
  });

  test("keeps sets within functions", () => {
    const { element, change } = opened();
    change("functions", "1");
    expect([element("sets").value, element("sets").max, element("sets-value").textContent]).toEqual(["1", "1", "1"]);
  });

  test("needs each element", () => {
    expect(() => connectPage({ getElementById: () => null }, settings, model)).toThrow("The page has no element");
  });
});
