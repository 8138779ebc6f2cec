import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Preset } from "./presets";

/** The folder of this command's package. */
const own = join(__dirname, "../..");

/** The version of this command. The packs are released with the same version. */
export function ownVersion(): string {
  return (JSON.parse(read("package.json")) as { readonly version: string }).version;
}

/** The initial configuration of the pack of all policies. */
export function presetText(preset: Preset): string {
  return read(`presets/${preset}.json`);
}

/** The workflow for GitHub Actions, for a package.json in `folder` whose `script` previews with packs. */
export function workflowText({ folder, script }: { readonly folder: string; readonly script: string }): string {
  return read("workflows/lambda-vpc.yml")
    .replace(/(?<=working-directory: )\.$/m, () => JSON.stringify(folder))
    .replace(/(?<=npm run )preview(?= )/, () => script);
}

function read(file: string): string {
  return readFileSync(join(own, file), "utf8");
}
