import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command, CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { reasonOf } from "../command/file-error";
import type { Flags } from "../command/flags";
import { packFolder } from "../configuration/pack-folder";
import { presentConfiguration } from "../configuration/present-configuration";
import { readFlags } from "../command/read-flags";

const flags = {
  pack: { type: "string", multiple: true, value: "DIR|PACKAGE", meaning: "folder of a policy pack, or the name of its installed package" },
  config: { type: "string", multiple: true, value: "FILE", meaning: "configuration of a pack, in the order of the packs" },
} as const satisfies Flags;

/**
 * Runs `pulumi preview` with policy packs. Fails if a pack is missing, before the engine starts. `pulumi preview --policy-pack "$(…)"` passes every
 * network if the inner command fails, because the engine accepts an empty path and runs no pack.
 */
export const preview: Command = {
  usage: "preview --pack DIR|PACKAGE [--config FILE] [--pack … [--config FILE …]] [-- PULUMI ARGUMENTS]",
  summary: "Runs `pulumi preview` with policy packs. Fails if a pack is missing.",
  flags,
  examples: [
    {
      purpose: "Previews the stack dev with all policies and a configuration.",
      lines: ["npx lambda-vpc preview --pack @lambda-vpc/lambda-vpc --config policies.json -- --stack dev"],
    },
    {
      purpose: "Previews with two packs; each has its own configuration.",
      lines: [
        "npx lambda-vpc preview --pack @lambda-vpc/eni-consolidation --config enis.json --pack @lambda-vpc/subnet-sizing --config subnets.json",
      ],
    },
    {
      purpose: "Previews with a pack in a folder. Arguments after -- are passed to pulumi preview.",
      lines: ["npx lambda-vpc preview --pack ./policy-pack -- --stack dev --diff"],
    },
  ],
  run: (commandLine, context) => {
    const { packs, configurations, rest } = readPreviewFlags(commandLine);
    const folders = packs.map((pack) => servedFolder(pack, context));
    const files = configurations.map((file) => presentFile(file, context));
    return withScratchFolder((scratch) => {
      const present = files.map((file, index) => presentConfiguration(file, folders[index] ?? "", join(scratch, `${index}.json`), context));
      const exitCode = context.pulumi([
        "preview",
        ...folders.flatMap((served) => ["--policy-pack", served]),
        ...present.flatMap(({ file }) => ["--policy-pack-config", file]),
        ...rest,
      ]);
      return { exitCode, stdout: [], stderr: present.flatMap(({ remarks }) => remarks) };
    });
  },
};

/** Runs `use` with an empty folder and deletes the folder afterwards. */
function withScratchFolder<T>(use: (scratch: string) => T): T {
  const scratch = scratchFolder();
  try {
    return use(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function scratchFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "lambda-vpc-"));
  } catch (error) {
    const what = `A folder in ${tmpdir()} cannot be created (${reasonOf(error)})`;
    throw new CommandError(exitCodes.unwritable, `${what}. Set TMPDIR to a folder that you have permission to write to.`);
  }
}

function readPreviewFlags(commandLine: readonly string[]) {
  const end = commandLine.includes("--") ? commandLine.indexOf("--") : commandLine.length;
  const { values, positionals } = readFlags(commandLine.slice(0, end), flags, "Put flags for pulumi after --.");
  const { pack: packs = [], config: configurations = [] } = values;
  if (positionals.length > 0)
    throw new CommandError(exitCodes.usage, `Unknown arguments: ${positionals.join(" ")}. Put arguments for pulumi after --.`);
  if (packs.length === 0)
    throw new CommandError(
      exitCodes.usage,
      "--pack is missing. A preview without a pack passes every network. Specify a folder or an installed package.",
    );
  if (configurations.length > 0 && configurations.length !== packs.length)
    throw new CommandError(
      exitCodes.usage,
      `Got ${packs.length} packs and ${configurations.length} configurations. Specify one --config for each --pack, in order, or none.`,
    );
  return { packs, configurations, rest: commandLine.slice(end + 1) };
}

/** The folder for the engine. An empty name is missing, although it would resolve to the working directory. */
function servedFolder(pack: string, context: CommandContext): string {
  const folder = pack.trim() === "" ? undefined : packFolder(pack, context);
  if (folder === undefined)
    throw new CommandError(
      exitCodes.noPack,
      `Policy pack ${JSON.stringify(pack)} not found: no folder and no installed package has this name. Install it, or check --pack.`,
    );
  if (!existsSync(join(folder, "PulumiPolicy.yaml")))
    throw new CommandError(exitCodes.noPack, `${folder} is not a policy pack: it has no PulumiPolicy.yaml. Check --pack.`);
  return folder;
}

function presentFile(given: string, { directory }: CommandContext): string {
  const file = resolve(directory, given);
  if (given.trim() === "" || !existsSync(file))
    throw new CommandError(exitCodes.missing, `Configuration ${JSON.stringify(given)} not found. Check --config.`);
  return file;
}
