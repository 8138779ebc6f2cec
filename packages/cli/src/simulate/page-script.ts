import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownFolder } from "../command/own-version";
import { inScriptElement, linkModules } from "./link-modules";
import type { PageSettings } from "./page/page-input";

/** Where the compiled modules of each package are. */
const folders = {
  model: join(dirname(require.resolve("@lambda-vpc/model/package.json")), "dist"),
  cli: join(ownFolder, "dist"),
} as const;

/** The script of the page: the compiled modules of the model and of this command, as they are, and a call that starts them. */
export function pageScript(settings: PageSettings): string {
  const main = `load("cli/simulate/page/connect-page").connectPage(document, ${JSON.stringify(settings)}, {
  ...load("model/history/compare-models"),
  ...load("model/history/load"),
});`;
  const entries = ["cli/simulate/page/connect-page", "model/history/compare-models", "model/history/load"];
  return inScriptElement(linkModules(entries, main, readModule));
}

function readModule(module: string): string {
  const [name = "", ...path] = module.split("/");
  return readFileSync(join(name === "model" ? folders.model : folders.cli, `${path.join("/")}.js`), "utf8");
}
