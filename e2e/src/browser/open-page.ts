import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

/** Names of Chromium on Debian, and of what continuous integration of GitHub has. */
const names = ["chromium", "chromium-browser", "google-chrome"];

/** The path of an installed Chromium; undefined if there is none. */
export function chromiumPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error if there is no Chromium. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error(`There is no Chromium on PATH (${names.join(", ")}). On Debian: apt-get install chromium.`);
  // Root, as which containers run, has no sandbox.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** A page of a file, and what went wrong in it: errors, and requests for anything else. */
export interface OpenedPage {
  readonly page: Page;
  readonly faults: readonly string[];
}

export async function openPage(browser: Browser, file: string, colorScheme: "light" | "dark" = "light"): Promise<OpenedPage> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1200, height: 900 }, bypassCSP: false });
  const page = await context.newPage();
  const faults: string[] = [];
  const url = pathToFileURL(file).href;
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("request", (request) => {
    if (request.url() !== url) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}
