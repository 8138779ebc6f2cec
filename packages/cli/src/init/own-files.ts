import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownFolder } from "../command/own-version";
import type { Preset } from "./presets";

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
  return readFileSync(join(ownFolder, file), "utf8");
}
