import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

const prelude = readFileSync(join(repositoryRoot, "e2e/src/pages/prelude.ts"), "utf8");

/** A page's program after the prelude, in a separate scope, so that it can redefine the prelude's names. */
export function programSource(text: string): string {
  return `${prelude}\n{\n${text}\n}\n`;
}
