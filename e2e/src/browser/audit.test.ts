import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generateSeed, serveSeeded } from "@lambda-vpc/simulated-aws";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { command } from "../cli/lambda-vpc-command";
import { accessibilityFaults } from "./accessibility";
import { chromiumPath, openPage, startBrowser } from "./open-page";

/** Without a browser, the page is not tested on a machine of a developer. In continuous integration that is a failure. */
const hasBrowser = chromiumPath() !== undefined || process.env["CI"] === "true";
const inBrowser = hasBrowser ? describe : describe.skip;

/** What the test reads of the format json. */
interface Audited {
  readonly regions: readonly {
    readonly region: string;
    readonly interfaces: readonly { readonly id: string; readonly state: string; readonly subnet: string }[];
    readonly combinations: readonly object[];
  }[];
  readonly findings: readonly object[];
}

inBrowser(`the page of \`lambda-vpc audit --format html\`${hasBrowser ? "" : " (skipped: there is no Chromium on PATH)"}`, () => {
  let browser: Browser;
  let folder: string;
  let file: string;
  let audited: Audited;

  /** Audits two Regions of a generated account. */
  async function audit(url: string, ...commandLine: readonly string[]): Promise<void> {
    const credentials = { AWS_ACCESS_KEY_ID: "AKIASIMULATED", AWS_SECRET_ACCESS_KEY: "simulated", AWS_EC2_METADATA_DISABLED: "true" };
    const regions = ["--region", "us-east-1", "--region", "eu-west-1"];
    const child = spawn(process.execPath, [command, "audit", ...regions, ...commandLine], {
      env: { ...process.env, ...credentials, AWS_ENDPOINT_URL: url },
      stdio: "ignore",
      timeout: 60_000,
    });
    await once(child, "exit");
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "audit-page-"));
    file = join(folder, "audit.html");
    const json = join(folder, "audit.json");
    const size = { functions: 60, sets: 8, versions: 2, interfaces: 130, orphans: 4, strangers: 6, idle: 2 };
    const served = await serveSeeded(generateSeed({ ...size, accounts: 1, regions: ["us-east-1", "eu-west-1"], random: 1 }));
    try {
      await audit(served.url, "--format", "html", "--output", file);
      await audit(served.url, "--format", "json", "--output", json);
    } finally {
      await served.close();
    }
    audited = JSON.parse(readFileSync(json, "utf8")) as Audited;
    browser = await startBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = (page: Page): Promise<readonly string[]> => page.locator("#interfaces tbody th").allInnerTexts();
  const total = (numberOf: (region: Audited["regions"][number]) => number): string =>
    audited.regions.reduce((sum, region) => sum + numberOf(region), 0).toLocaleString("en-US");

  test("has the figures and the interfaces of the audit, and requests nothing", async () => {
    const { page, faults } = await openPage(browser, file);
    const tiles = await page.locator("#tiles dd:not(.note)").allInnerTexts();
    expect(tiles.slice(1)).toEqual([
      total(({ combinations }) => combinations.length),
      total(({ interfaces }) => interfaces.length),
      audited.findings.length.toLocaleString("en-US"),
    ]);
    expect(await rows(page)).toEqual(audited.regions.flatMap(({ interfaces }) => interfaces.map(({ id }) => id)).slice(0, 100));
    expect(await page.locator("#vpcs tbody td:first-of-type").allInnerTexts()).toContain("123456789012 in eu-west-1");
    expect(faults).toEqual([]);
  });

  test("shows one Region, the interfaces of others in it, and one of them, by the keyboard alone", async () => {
    const { page, faults } = await openPage(browser, file);
    const [, second] = audited.regions;
    await page.focus("#region");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await rows(page)).toEqual(second?.interfaces.map(({ id }) => id).slice(0, 100));
    await page.focus("#state");
    await page.keyboard.type("other");
    const others = second?.interfaces.filter(({ state }) => state === "other") ?? [];
    expect(others.length).toBeGreaterThan(0);
    expect(await rows(page)).toEqual(others.map(({ id }) => id));
    await page.focus("#text");
    await page.keyboard.type(others[0]?.id ?? "");
    expect(await rows(page)).toEqual([others[0]?.id]);
    expect(faults).toEqual([]);
  });

  test.each(["light", "dark"] as const)("has no fault that axe-core finds, in %s", async (colorScheme) => {
    const { page } = await openPage(browser, file, colorScheme);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("fits a telephone", async () => {
    const { page } = await openPage(browser, file);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  });
});
