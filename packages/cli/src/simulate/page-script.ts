import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownFolder } from "../command/own-version";
import { compiledModule } from "@lambda-vpc/reports/page/compiled-module";
import { linkModules } from "@lambda-vpc/reports/page/link-modules";
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
  return linkModules({ entries, main, read: readModule, packages: { "@lambda-vpc/reports": "reports" } });
}

function readModule(module: string): string {
  const [name = "", ...path] = module.split("/");
  if (name === "reports") return compiledModule(path.join("/"));
  return readFileSync(join(name === "model" ? folders.model : folders.cli, `${path.join("/")}.js`), "utf8");
}
