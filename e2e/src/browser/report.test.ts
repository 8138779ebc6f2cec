import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { lambdaVpc } from "../cli/lambda-vpc-command";
import { accessibilityFaults } from "./accessibility";
import { chromiumPath, openPage, startBrowser } from "./open-page";
import { reportPreview } from "./report-stack";

// `UPDATE_SCREENSHOTS=true` writes the pictures of the documentation. They differ with each version of the browser, so no test compares them.
const updates = process.env["UPDATE_SCREENSHOTS"] === "true";
const images = join(repositoryRoot, "docs/images");

/** Without a browser, the page is not tested on a machine of a developer. In continuous integration that is a failure. */
const hasBrowser = chromiumPath() !== undefined || process.env["CI"] === "true";
const inBrowser = hasBrowser ? describe : describe.skip;

/** What the test reads of the format json. */
interface Assessed {
  readonly plan: {
    readonly functions: number;
    readonly combinations: Bounds;
    readonly merged: { readonly combinations: Bounds; readonly subnets: readonly AssessedSubnet[] };
    readonly vpcs: readonly {
      readonly quota: { readonly limit: number; readonly used: Bounds };
      readonly combinations: Bounds;
      readonly securityGroupSets: readonly { readonly consumers: readonly string[]; readonly combinations: Bounds }[];
    }[];
    readonly subnets: readonly AssessedSubnet[];
  };
  readonly summary: { readonly mandatory: number; readonly advisory: number };
  readonly findings: readonly { readonly what: string }[];
}
interface Bounds {
  readonly min: number;
  readonly max: number;
}
interface AssessedSubnet {
  readonly addresses: { readonly usable: number; readonly used: Bounds; readonly free: Bounds };
}

const number = (value: number): string => value.toLocaleString("en-US").replace("-", "−");
const bounds = ({ min, max }: Bounds): string => (min === max ? number(min) : `${number(min)} to ${number(max)}`);

inBrowser(`the page of \`lambda-vpc check --format html\`${hasBrowser ? "" : " (skipped: there is no Chromium on PATH)"}`, () => {
  let browser: Browser;
  let folder: string;
  let file: string;
  let smallFile: string;
  let assessed: Assessed;

  /** The report of a stack of so many functions, in a file, and its document. */
  function report(functions: number): { readonly file: string; readonly assessed: Assessed } {
    const [input, output, json] = ["json", "html", "assessment.json"].map((ending) => join(folder, `${functions}.${ending}`)) as [
      string,
      string,
      string,
    ];
    writeFileSync(input, reportPreview(functions));
    for (const [format, path] of [
      ["html", output],
      ["json", json],
    ] as const)
      expect(
        lambdaVpc(folder, "check", input, "--pack", join(repositoryRoot, "policies/lambda-vpc"), "--format", format, "--output", path),
      ).toEqual({ exitCode: 1, stdout: "", stderr: "" });
    return { file: output, assessed: JSON.parse(readFileSync(json, "utf8")) as Assessed };
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "report-page-"));
    ({ file, assessed } = report(1000));
    ({ file: smallFile } = report(100));
    browser = await startBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cells = (page: Page, rows: string): Promise<readonly (readonly string[])[]> =>
    page.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(rows)})].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))`,
    );

  test("shows the numbers of the format json, before and after merging", async () => {
    const { page, faults } = await openPage(browser, file);
    const { plan, summary, findings } = assessed;
    const tiles = async () => [
      await page.innerText("#functions"),
      await page.innerText("#combinations"),
      await page.innerText("#findings-total"),
    ];
    const subnets = async () => (await cells(page, "#subnets tbody tr")).map((row) => [row[2], row[3], row[7]]);
    const expected = (values: readonly AssessedSubnet[]) =>
      values.map(({ addresses: { usable, used, free } }) => [number(usable), bounds(used), bounds(free)]);
    expect(await tiles()).toEqual([number(plan.functions), bounds(plan.combinations), number(summary.mandatory + summary.advisory)]);
    expect((await cells(page, "#vpcs tbody tr")).map((row) => [row[1], row[3], row[6]])).toEqual(
      plan.vpcs.map(({ securityGroupSets, combinations, quota: { used, limit } }) => [
        number(securityGroupSets.reduce((sum, { consumers }) => sum + consumers.length, 0)),
        bounds(combinations),
        `${bounds(used)} of ${number(limit)} ENIs`,
      ]),
    );
    expect(await subnets()).toEqual(expected(plan.subnets));
    await page.uncheck("#list");
    expect((await cells(page, "#matrix tbody tr")).map((row) => row[1])).toEqual(
      plan.vpcs.flatMap(({ securityGroupSets }) => securityGroupSets.map(({ combinations }) => bounds(combinations))).slice(0, 100),
    );
    expect(await page.locator("#findings .what").allInnerTexts()).toEqual(findings.slice(0, 25).map(({ what }) => what));

    await page.check("#merged");
    expect((await tiles())[1]).toBe(bounds(plan.merged.combinations));
    expect(plan.merged.combinations.max).toBeLessThan(plan.combinations.min);
    expect(await subnets()).toEqual(expected(plan.merged.subnets));
    expect(faults).toEqual([]);
  });

  test("draws the used addresses of a subnet as their share of the bar", async () => {
    const { page } = await openPage(browser, file);
    const [used, free] = await page.evaluate<[number, number]>(`(() => {
      const bar = document.querySelector('#subnets svg.bar[aria-label^="private-a:"]');
      return ["used", "free"].map((part) => bar.querySelector("." + part).getBBox().width / 1000);
    })()`);
    const { addresses } = assessed.plan.subnets[2] ??
      assessed.plan.subnets[0] ?? { addresses: { usable: 0, used: { min: 0 }, free: { max: 0 } } };
    expect(used).toBeCloseTo(addresses.used.min / addresses.usable, 1);
    expect(free).toBeCloseTo(addresses.free.max / addresses.usable, 1);
  });

  test("filters by function, group and VPC, and announces how much is left", async () => {
    const { page, faults } = await openPage(browser, file);
    const status = () => page.innerText("#status");
    expect(await status()).toBe("1,000 functions, 124 sets, 5 subnets, 17 findings");
    await page.fill("#function", "PAYMENTS-create");
    const names = (await page.locator("#matrix tr.function th").allInnerTexts()).map((name) => name.trim());
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !name.startsWith("payments-create"))).toEqual([]);
    await page.selectOption("#vpc", { label: "analytics" });
    expect(await status()).toMatch(/^1 of 1,000 functions, 1 of 124 sets, 2 of 5 subnets, /);
    await page.click("text=Clear");
    await page.fill("#group", "database");
    expect(await page.locator("#matrix tr.set th b").allInnerTexts()).toEqual(["database + services"]);
    await page.click("text=Clear");
    expect(await status()).toBe("1,000 functions, 124 sets, 5 subnets, 17 findings");
    await page.fill("#function", "no such function");
    expect(await page.innerText("#matrix")).toBe("No function is selected.");
    expect(faults).toEqual([]);
  });

  test("can be used by the keyboard alone", async () => {
    const { page, faults } = await openPage(browser, file);
    const focused = () => page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()");
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const order: unknown[] = [];
    for (let index = 0; index < 7; index++) {
      await press("Tab");
      order.push(await focused());
    }
    expect(order).toEqual(["Skip to the combinations", "function", "group", "vpc", "merged", "list", "Clear"]);
    await press("Shift+Tab", "Shift+Tab", "Space");
    expect(await page.innerText("#combinations")).toBe(bounds(assessed.plan.merged.combinations));
    await press("Space");
    await page.focus("#matrix-next");
    await press("Tab");
    expect(await focused()).toBe("warehouse 50 functions");
    await press("ArrowRight", "ArrowRight");
    expect(await page.getAttribute("*:focus", "aria-label")).toBe("analytics-a: 50 functions");
    expect(await page.innerText("#note")).toBe("warehouse: 50 functions, 2 combinations.");
    await press("ArrowDown");
    expect(await page.getAttribute("*:focus", "aria-label")).toBe("analytics-a: used");
    await press("Control+End", "ArrowDown");
    expect(await page.innerText("#matrix-range")).toBe("101 to 200 of 1,004 rows");
    await press("Home", "PageUp");
    expect([await page.innerText("#matrix-range"), await focused()]).toEqual(["1 to 100 of 1,004 rows", "warehouse 50 functions"]);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")).toBe("3px");
    expect(faults).toEqual([]);
  });

  test("stays fluid at 1,000 functions: its elements do not grow with them, and a filter is faster than showing them all", async () => {
    const [large, small] = [(await openPage(browser, file)).page, (await openPage(browser, smallFile)).page];
    const elements = (page: Page) => page.evaluate<number>("document.querySelectorAll('*').length");
    expect(await elements(large)).toBeLessThan(1.5 * (await elements(small)));
    expect(await elements(large)).toBeLessThan(2000);
    // The baseline is a table of all functions in the same page, which the browser lays out as it does the matrix. The least of several runs counts.
    const [filtered, all] = (await large.evaluate(`(() => {
      const least = (work) => Math.min(...Array.from({ length: 9 }, (_, run) => {
        const start = performance.now();
        work(run);
        document.body.offsetHeight;
        return performance.now() - start;
      }));
      const input = document.getElementById("function");
      const filtered = least((run) => {
        input.value = ["orders", "catalog", "mail"][run % 3];
        input.dispatchEvent(new Event("input"));
      });
      const table = document.createElement("table");
      document.body.append(table);
      const row = document.querySelector("#matrix tbody tr:nth-child(2)").outerHTML;
      const all = least(() => { table.innerHTML = row.repeat(1000); });
      return [filtered, all];
    })()`)) as [number, number];
    expect(filtered).toBeLessThan(all);
  });

  test.each(["light", "dark"] as const)("has no fault that axe-core finds, in %s, before and after merging", async (colorScheme) => {
    const { page } = await openPage(browser, file, colorScheme);
    await page.setViewportSize({ width: 1280, height: 1000 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.selectOption("#vpc", { label: "main" });
    await page.fill("#function", "payments-");
    await page.uncheck("#list");
    await page.locator("#function").blur();
    const name = join(images, `report-${colorScheme}.png`);
    if (updates) await page.screenshot({ path: name, fullPage: true, clip: { x: 0, y: 0, width: 1280, height: 1500 } });
    expect(existsSync(name)).toBe(true);
    await page.check("#merged");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("fits a telephone", async () => {
    const { page } = await openPage(browser, file);
    await page.setViewportSize({ width: 400, height: 900 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(400);
    expect(await accessibilityFaults(page)).toEqual([]);
    const name = join(images, "report-narrow.png");
    if (updates) await page.screenshot({ path: name, fullPage: true, clip: { x: 0, y: 0, width: 400, height: 1500 } });
    expect(existsSync(name)).toBe(true);
  });

  test("prints more rows than a page of the screen, and no controls", async () => {
    const { page } = await openPage(browser, file);
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("#matrix tbody tr").count()).toBe(1004);
    expect(await page.isVisible("#filters")).toBe(false);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator("#matrix tbody tr").count()).toBe(100);
  });
});
