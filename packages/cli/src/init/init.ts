import { join } from "node:path";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { isChange, patch } from "./file-change";
import { type InitSettings, plannedChanges } from "./planned-changes";
import { presets } from "./presets";
import { projectAt } from "./project";
import { readFlags } from "../command/read-flags";
import { writeFiles } from "../command/write-files";

const flags = {
  preset: { type: "string", default: "recommended", value: "recommended|strict", meaning: "initial configuration; default: recommended" },
  ci: { type: "string", value: "github", meaning: "adds a workflow that previews pull requests" },
  "dry-run": { type: "boolean", default: false, meaning: "prints the patch and changes nothing" },
} as const satisfies Flags;

/** Adds the packs to an existing Pulumi project in any language: packages, a configuration, a script, and optionally CI. */
export const init: Command = {
  usage: "init [FOLDER] [--preset recommended|strict] [--ci github] [--dry-run]",
  summary: "Adds the packs to an existing Pulumi project.",
  flags,
  examples: [
    { purpose: "Shows what would change, as a patch.", lines: ["npx lambda-vpc init --dry-run"] },
    {
      purpose: "Adds the configuration, the script and a workflow that previews pull requests.",
      lines: ["npx lambda-vpc init --ci github", "npm install", "npm run preview -- --stack dev"],
    },
    { purpose: "Starts with the preset strict.", lines: ["npx lambda-vpc init --preset strict"] },
  ],
  run: (commandLine, context) => {
    const { folder, settings, dryRun } = readInitFlags(commandLine);
    const project = projectAt(folder, context);
    const { files, script } = plannedChanges(project, settings);
    const changes = files.filter(isChange);
    const kept = files.filter((file) => !isChange(file)).map(({ path }) => `unchanged: ${path}\n`);
    if (dryRun) return { exitCode: 0, stdout: patch(changes), stderr: `${kept.join("")}Dry run: no file was written.\n` };

    const texts = changes.map(({ path, after }) => ({ file: join(project.root, path), text: after }));
    writeFiles(texts, { directory: context.directory, createFolders: true });
    const next = `Next, run: npm install && npm run ${script} -- --stack STACK\n`;
    return {
      exitCode: 0,
      stdout: changes.map(({ path }) => `wrote ${path}\n`).join(""),
      stderr: `${kept.join("")}${changes.length > 0 ? next : "Nothing to do: all files are present.\n"}`,
    };
  },
};

interface InitFlags {
  readonly folder: string | undefined;
  readonly settings: InitSettings;
  readonly dryRun: boolean;
}

function readInitFlags(commandLine: readonly string[]): InitFlags {
  const { values, positionals } = readFlags(commandLine, flags);
  const [folder, ...others] = positionals;
  const preset = presets.find((one) => one === values.preset);
  if (others.length > 0) throw new CommandError(exitCodes.usage, `Specify one project. ${others.join(", ")} would be ignored.`);
  if (preset === undefined) throw new CommandError(exitCodes.usage, `Unknown preset ${values.preset}. Use one of: ${presets.join(", ")}.`);
  if (values.ci !== undefined && values.ci !== "github")
    throw new CommandError(
      exitCodes.usage,
      `Unknown CI ${values.ci}. Use github. For other systems, run the script of package.json in CI.`,
    );
  return { folder, settings: { preset, workflow: values.ci === "github" }, dryRun: values["dry-run"] };
}
