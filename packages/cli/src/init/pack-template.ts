import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { ownFolder, ownVersion } from "../command/own-version";
import { presentText } from "../command/read-file";
import type { FileChange } from "./file-change";

/** The files of a policy pack, in the order in which they are written. npm does not publish a file named .gitignore. */
const FILES: readonly { readonly path: string; readonly source?: string }[] = [
  { path: ".gitignore", source: "gitignore" },
  { path: "PulumiPolicy.yaml" },
  { path: "README.md" },
  { path: "jest.config.cjs" },
  { path: "src/pack.ts" },
  { path: "src/team-policies.ts" },
  { path: "src/two-subnets.test.ts" },
  { path: "src/two-subnets.ts" },
  { path: "tsconfig.json" },
  { path: "package.json" },
];

/**
 * A project for a policy pack in `folder`. Existing files do not change.
 *
 * @throws CommandError if the folder has another package.json: the pack needs its own.
 */
export function packTemplate(folder: string): readonly FileChange[] {
  const changes = FILES.map(({ path, source = path }): FileChange => {
    const before = presentText(join(folder, path));
    return { path, before, after: before ?? templateText(source) };
  });
  const packageJson = changes.find(({ path }) => path === "package.json");
  if (packageJson?.before !== undefined && packageJson.before !== templateText("package.json"))
    throw new CommandError(
      exitCodes.usage,
      `${folder} has a package.json. Specify a new folder for the pack, for example: lambda-vpc init team-policies --template pack`,
    );
  return changes;
}

/** The templates have the suffix .txt: no tool takes them for a part of this package. */
function templateText(source: string): string {
  return readFileSync(join(ownFolder, "templates/pack", `${source}.txt`), "utf8").replaceAll("VERSION", ownVersion());
}
