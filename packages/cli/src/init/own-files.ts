import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownFolder } from "../command/own-version";
import type { Preset } from "./presets";

/** The initial configuration of the pack of all policies. */
export function presetText(preset: Preset): string {
  return read(`presets/${preset}.json`);
}

/** What a workflow runs. */
export interface WorkflowParts {
  /** The folder of package.json, from the root of the repository. */
  readonly folder: string;
  /** The script that previews with packs. */
  readonly script: string;
  /** The folder of Pulumi.yaml from there, and the configuration of the pack, each as one word of a shell. */
  readonly program: string;
  readonly configuration: string;
}

/** The workflow for GitHub Actions. */
export function workflowText(parts: WorkflowParts): string {
  return withCommands(read("workflows/lambda-vpc.yml"), parts).replace(/(?<=working-directory: )\.$/m, () => JSON.stringify(parts.folder));
}

/** The job for GitLab CI. */
export function gitlabText(parts: WorkflowParts): string {
  return withCommands(read("workflows/gitlab.yml"), parts).replace(/(?<=- )cd \.$/m, () =>
    parts.folder === "." ? "cd ." : `cd ${JSON.stringify(parts.folder)}`,
  );
}

function withCommands(text: string, { script, program, configuration }: WorkflowParts): string {
  return text
    .replace(/(?<=npm run )preview(?= )/, () => script)
    .replace(/(?<=--program )\.(?= )/, () => program)
    .replace(/(?<=--config )policies\.json(?= )/, () => configuration);
}

function read(file: string): string {
  return readFileSync(join(ownFolder, file), "utf8");
}
