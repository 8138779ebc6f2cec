import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { lambdaVpc } from "../cli/lambda-vpc-command";
import { accessibilityFaults } from "./accessibility";
import { chromiumPath, openPage, startBrowser } from "./open-page";

// `UPDATE_SCREENSHOTS=true` writes the pictures of the documentation. They differ with each version of the browser, so no test compares them.
const updates = process.env["UPDATE_SCREENSHOTS"] === "true";
const images = join(repositoryRoot, "docs/images");
const scenario = "--functions 40 --sets 2 --subnets 3 --memory 3008 --concurrency 1000 --load spikes".split(" ");

/** Without a browser, the page is not tested on a machine of a developer. In continuous integration that is a failure. */
const hasBrowser = chromiumPath() !== undefined || process.env["CI"] === "true";
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser(`the page of \`lambda-vpc simulate\`${hasBrowser ? "" : " (skipped: there is no Chromium on PATH)"}`, () => {
  let browser: Browser;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "simulation-page-"));
    file = join(folder, "simulation.html");
    expect(lambdaVpc(folder, "simulate", ...scenario, "--format", "html", "--output", file)).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
    browser = await startBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The rows of the table of figures: figure, before, today. */
  const figures = (page: Page): Promise<readonly string[]> => page.locator("#figures tbody tr").allInnerTexts();

  /** What the command prints for the same scenario, in the form of `figures`. */
  function printed(...flags: readonly string[]): readonly string[] {
    const { stdout } = lambdaVpc(folder, "simulate", ...flags);
    const [, table = ""] = stdout.split("\n\n");
    return table
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/ {2,}/).join("\t"));
  }

  test("shows the numbers that the command prints", async () => {
    const { page, faults } = await openPage(browser, file);
    expect(await figures(page)).toEqual(printed(...scenario));
    expect(await page.innerText("#summary")).toBe(
      "40 functions of 3,008 MB, 2 security-group sets, 3 subnets, up to 1,000 concurrent executions: 753 interfaces before September 2019, 6 today.",
    );
    expect(faults).toEqual([]);
  });

  test("can be used by the keyboard alone, and computes what the command computes", async () => {
    const { page, faults } = await openPage(browser, file);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("functions");
    for (const key of ["Tab", "ArrowRight", "Tab", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    expect([await page.innerText("#sets-value"), await page.innerText("#subnets-value")]).toEqual(["3", "5"]);
    expect(await page.innerText("#summary")).toMatch(/1,000 interfaces before September 2019, 15 today\.$/);
    expect(await figures(page)).toEqual(
      printed(..."--functions 40 --sets 3 --subnets 5 --memory 3008 --concurrency 1000 --load spikes".split(" ")),
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    expect(await figures(page)).toEqual(
      printed(..."--functions 40 --sets 3 --subnets 5 --memory 128 --concurrency 1000 --load spikes".split(" ")),
    );
    expect(faults).toEqual([]);
  });

  test("draws the line before 2019 from 100 interfaces up to the 753 free addresses, and today's at 6", async () => {
    const { page } = await openPage(browser, file);
    const heights = await page.evaluate(`["free", "before", "today"].map((line) => {
      const { y, height } = document.querySelector('[aria-labelledby^="interfaces-caption"] path.' + line).getBBox();
      // The axis ends at 800, over 240 of the 300 units of the picture.
      return [y + height, y].map((edge) => Math.round((256 - edge) / 240 * 800));
    })`);
    expect(heights).toEqual([
      [753, 753],
      [100, 753],
      [6, 6],
    ]);
  });

  test.each(["light", "dark"] as const)("has no fault that axe-core finds, in %s", async (colorScheme) => {
    const { page } = await openPage(browser, file, colorScheme);
    expect(await accessibilityFaults(page)).toEqual([]);
    const name = join(images, `simulation-${colorScheme}.png`);
    if (updates) await page.screenshot({ path: name, clip: { x: 0, y: 0, width: 1200, height: 1050 }, fullPage: true });
    expect(existsSync(name)).toBe(true);
  });

  test("fits a telephone", async () => {
    const { page } = await openPage(browser, file);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
