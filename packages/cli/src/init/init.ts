import { join, resolve } from "node:path";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { type FileChange, isChange, patch } from "./file-change";
import { packTemplate } from "./pack-template";
import { ciNames, type InitSettings, plannedChanges } from "./planned-changes";
import { presets } from "./presets";
import { type Project, projectAt } from "./project";
import { readFlags } from "../command/read-flags";
import { writeFiles } from "../command/write-files";

const flags = {
  preset: { type: "string", default: "recommended", value: "recommended|strict", meaning: "initial configuration; default: recommended" },
  ci: { type: "string", value: ciNames.join("|"), meaning: "adds a workflow or job that previews pull requests and comments on them" },
  template: { type: "string", value: "pack", meaning: "writes a new policy pack with a policy and its test, instead" },
  "dry-run": { type: "boolean", default: false, meaning: "prints the patch and changes nothing" },
} as const satisfies Flags;

/** Adds the packs to an existing Pulumi project in any language: packages, a configuration, a script, and optionally CI. */
export const init: Command = {
  usage: "init [FOLDER] [--preset recommended|strict] [--ci github|gitlab] [--template pack] [--dry-run]",
  summary: "Adds the packs to an existing Pulumi project, or writes a new pack.",
  flags,
  examples: [
    { purpose: "Shows what would change, as a patch.", lines: ["npx lambda-vpc init --dry-run"] },
    {
      purpose: "Adds the configuration, the script and a workflow that previews pull requests and comments on them.",
      lines: ["npx lambda-vpc init --ci github", "npm install", "npm run preview -- --stack dev"],
    },
    {
      purpose: "Writes a policy pack that installs, compiles and tests.",
      lines: ["npx lambda-vpc init team-policies --template pack", "cd team-policies", "npm install", "npm test"],
    },
    { purpose: "Starts with the preset strict.", lines: ["npx lambda-vpc init --preset strict"] },
  ],
  run: (commandLine, context) => {
    const { folder, settings, template, dryRun } = readInitFlags(commandLine);
    const { root, files, next, remarks } = template
      ? plannedPack(resolve(context.directory, folder ?? "."))
      : plannedProject(projectAt(folder, context), settings);
    const changes = files.filter(isChange);
    const kept = files.filter((file) => !isChange(file)).map(({ path }) => `unchanged: ${path}`);
    if (dryRun) return { exitCode: 0, stdout: { document: patch(changes) }, stderr: [...kept, "Dry run: no file was written."] };

    const texts = changes.map(({ path, after }) => ({ file: join(root, path), text: after }));
    writeFiles(texts, { directory: context.directory, createFolders: true });
    return {
      exitCode: 0,
      stdout: changes.map(({ path }) => `wrote ${path}`),
      stderr: [...kept, changes.length > 0 ? `Next, run: ${next}` : "Nothing to do: all files are present.", ...remarks],
    };
  },
};

/** Files to write under `root`, and the commands to run next. */
interface PlannedFiles {
  readonly root: string;
  readonly files: readonly FileChange[];
  readonly next: string;
  /** What the user must do in addition. */
  readonly remarks: readonly string[];
}

function plannedProject(project: Project, settings: InitSettings): PlannedFiles {
  const { files, script, remarks } = plannedChanges(project, settings);
  return { root: project.root, files, next: `npm install && npm run ${script} -- --stack STACK`, remarks };
}

function plannedPack(folder: string): PlannedFiles {
  return { root: folder, files: packTemplate(folder), next: `npm install && npm test, in ${folder}`, remarks: [] };
}

interface InitFlags {
  readonly folder: string | undefined;
  readonly settings: InitSettings;
  /** Whether to write a policy pack instead of changing a project. */
  readonly template: boolean;
  readonly dryRun: boolean;
}

function readInitFlags(commandLine: readonly string[]): InitFlags {
  const { values, positionals } = readFlags(commandLine, flags);
  const [folder, ...others] = positionals;
  const preset = presets.find((one) => one === values.preset);
  if (others.length > 0) throw new CommandError(exitCodes.usage, `Specify one project. ${others.join(", ")} would be ignored.`);
  if (preset === undefined) throw new CommandError(exitCodes.usage, `Unknown preset ${values.preset}. Use one of: ${presets.join(", ")}.`);
  const ci = ciNames.find((one) => one === values.ci);
  if (values.ci !== undefined && ci === undefined)
    throw new CommandError(
      exitCodes.usage,
      `Unknown CI ${values.ci}. Use github or gitlab. For other systems, run the script of package.json in CI.`,
    );
  if (values.template !== undefined && values.template !== "pack")
    throw new CommandError(exitCodes.usage, `Unknown template ${values.template}. Use pack.`);
  if (values.template !== undefined && values.ci !== undefined)
    throw new CommandError(exitCodes.usage, "--ci applies to a Pulumi project. Remove it, or remove --template.");
  return {
    folder,
    settings: { preset, ci },
    template: values.template === "pack",
    dryRun: values["dry-run"],
  };
}
