import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Session } from "@lambda-vpc/organisation";
import { generateDataset } from "@lambda-vpc/organisation/testing";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { lambdaVpc } from "../cli/lambda-vpc-command";
import { accessibilityFaults } from "./accessibility";
import { chromiumPath, openPage, startBrowser } from "./open-page";

/** Without a browser, the page is not tested on a machine of a developer. In continuous integration that is a failure. */
const hasBrowser = chromiumPath() !== undefined || process.env["CI"] === "true";
const inBrowser = hasBrowser ? describe : describe.skip;

interface Rows {
  readonly views: readonly { readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
}

inBrowser(`the page of \`lambda-vpc organisation report\`${hasBrowser ? "" : " (skipped: there is no Chromium on PATH)"}`, () => {
  let browser: Browser;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "organisation-page-"));
    file = join(folder, "organisation.html");
    const size = { accounts: 60, functionsPerAccount: 20, days: ["2026-12-01"] };
    await Session.with({}, (session) => generateDataset(session, join(folder, "dataset"), size));
    const { exitCode, stderr } = lambdaVpc(folder, "organisation", "report", "--dataset", "dataset", "--format", "html", "--output", file);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    browser = await startBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The first cells of the rows of a table. */
  const heads = (page: Page, id: string): Promise<readonly string[]> => page.locator(`#${id} tbody th`).allInnerTexts();

  function printed(view: string): Rows["views"][number]["rows"] {
    const { stdout } = lambdaVpc(folder, "organisation", "report", "--dataset", "dataset", "--view", view, "--format", "json");
    return (JSON.parse(stdout) as Rows).views[0]?.rows ?? [];
  }

  test("shows the accounts and VPCs in the order and with the figures of the command", async () => {
    const { page, faults } = await openPage(browser, file);
    const accounts = printed("accounts");
    expect(await heads(page, "accounts")).toEqual(accounts.slice(0, 50).map(({ account }) => account));
    expect(await page.innerText("#accounts-range")).toBe("Rows 1 to 50 of 60");
    const sum = (column: string): number => accounts.reduce((total, row) => total + Number(row[column]), 0);
    const figures = [await page.innerText("#tile-combinations"), await page.innerText("#tile-avoidable")];
    expect(figures).toEqual([sum("combinations"), sum("avoidable")].map((figure) => figure.toLocaleString("en-US")));
    expect(await heads(page, "quota-headroom")).toEqual(
      printed("quota_headroom")
        .slice(0, 50)
        .map(({ vpc }) => vpc),
    );
    expect(faults).toEqual([]);
  });

  test("searches every table, and turns pages, by the keyboard alone", async () => {
    const { page, faults } = await openPage(browser, file);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("search");
    await page.keyboard.type("100000000007");
    expect(await heads(page, "accounts")).toEqual(["100000000007"]);
    expect(await heads(page, "quota-headroom")).toEqual(["vpc-100000000007-0", "vpc-100000000007-1"]);
    expect(await page.innerText("#status")).toContain("Accounts by share of quota: 1 row;");
    await page.fill("#search", "");
    await page.focus("#accounts-next");
    await page.keyboard.press("Enter");
    expect(await page.innerText("#accounts-range")).toBe("Rows 51 to 60 of 60");
    expect(await heads(page, "accounts")).toHaveLength(10);
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
