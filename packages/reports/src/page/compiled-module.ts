import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this package's compiled modules, for the tests, which run sources, as for users. */
const compiled = join(__dirname, "../../dist");

/** The text of a compiled module of this package, such as `page/markup`, as its compiler wrote it. */
export function compiledModule(module: string): string {
  return readFileSync(join(compiled, `${module}.js`), "utf8");
}
