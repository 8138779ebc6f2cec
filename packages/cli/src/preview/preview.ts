import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command, Surroundings } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { packFolder } from "../configuration/pack-folder";
import { presentConfiguration } from "../configuration/present-configuration";
import { readFlags } from "../command/read-flags";

/**
 * Previews with packs, or not at all. `pulumi preview --policy-pack "$(…)"` passes everything where the command inside fails: an empty path is no
 * pack to the engine, and no error. Here a pack that is not there ends the run before the engine starts.
 */
export const preview: Command = {
  usage: "preview --pack DIR|PACKAGE [--config FILE] [--pack … [--config FILE …]] [-- ARGUMENTS OF pulumi preview]",
  run: (commandLine, surroundings) => {
    const { packs, configurations, rest } = readPreviewFlags(commandLine);
    const folders = packs.map((pack) => servedFolder(pack, surroundings));
    const files = configurations.map((file) => presentFile(file, surroundings));
    return withScratchFolder((scratch) => {
      const present = files.map((file, index) =>
        presentConfiguration(file, folders[index] ?? "", join(scratch, `${index}.json`), surroundings),
      );
      const exitCode = surroundings.pulumi([
        "preview",
        ...folders.flatMap((served) => ["--policy-pack", served]),
        ...present.flatMap(({ file }) => ["--policy-pack-config", file]),
        ...rest,
      ]);
      return { exitCode, stdout: "", stderr: present.flatMap(({ remarks }) => remarks).join("") };
    });
  },
};

/** Runs `use` with an empty folder, which ends with it. */
function withScratchFolder<T>(use: (scratch: string) => T): T {
  const scratch = mkdtempSync(join(tmpdir(), "lambda-vpc-"));
  try {
    return use(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readPreviewFlags(commandLine: readonly string[]) {
  const end = commandLine.includes("--") ? commandLine.indexOf("--") : commandLine.length;
  const { values, positionals } = readFlags(commandLine.slice(0, end), {
    pack: { type: "string", multiple: true },
    config: { type: "string", multiple: true },
  });
  const { pack: packs = [], config: configurations = [] } = values;
  if (positionals.length > 0)
    throw new CommandError(exitCodes.usage, `What is meant for pulumi stands behind --: ${positionals.join(" ")}.`);
  if (packs.length === 0) throw new CommandError(exitCodes.usage, "--pack is missing: a preview without a pack would pass everything.");
  if (configurations.length > 0 && configurations.length !== packs.length)
    throw new CommandError(
      exitCodes.usage,
      `${packs.length} packs and ${configurations.length} configurations: give one to each, in order, or none.`,
    );
  return { packs, configurations, rest: commandLine.slice(end + 1) };
}

/** The folder that the engine is given. An empty name is none, although it would resolve to where we stand. */
function servedFolder(pack: string, surroundings: Surroundings): string {
  const folder = pack.trim() === "" ? undefined : packFolder(pack, surroundings);
  if (folder === undefined)
    throw new CommandError(
      exitCodes.noPack,
      `There is no pack ${JSON.stringify(pack)}: neither such a folder nor such a package. Install it, or check --pack.`,
    );
  if (!existsSync(join(folder, "PulumiPolicy.yaml")))
    throw new CommandError(exitCodes.noPack, `${folder} is no policy pack: it has no PulumiPolicy.yaml. Check --pack.`);
  return folder;
}

function presentFile(given: string, { directory }: Surroundings): string {
  const file = resolve(directory, given);
  if (given.trim() === "" || !existsSync(file))
    throw new CommandError(exitCodes.missing, `There is no file ${JSON.stringify(given)}. Check --config.`);
  return file;
}
