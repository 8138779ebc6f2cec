import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** The registry that the README names in place of everybody's own. */
const EXAMPLE = "https://npm.example.com/";

/** The lines that the README's "Install" has a user type, for a registry at `url`. */
export function installCommands(url: string): readonly string[] {
  const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
  const [, block] = /^## Install\n[^#]*?^```\n([^]*?)^```$/m.exec(readme) ?? [];
  if (block === undefined) throw new Error('The README has no block of commands under "## Install".');
  return block
    .trim()
    .split("\n")
    .map((line) => line.replace(EXAMPLE, url));
}
