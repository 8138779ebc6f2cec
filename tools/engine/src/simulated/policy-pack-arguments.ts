import { statSync } from "node:fs";
import path from "node:path";
import { EngineError } from "../errors/engine-error";
import { exitCodes } from "../errors/exit-codes";

/** The policy packs in a command line: their paths as written, and the folder they are relative to. */
export interface PolicyPackArguments {
  readonly paths: readonly string[];
  /** `-C DIR` or `--cwd DIR`; without it, where the CLI is started. */
  readonly directory: string | undefined;
}

/** Reads the policy packs in a Pulumi command line. Arguments after `--` are not flags. */
export function policyPackArguments(commandLine: readonly string[]): PolicyPackArguments {
  const end = commandLine.indexOf("--");
  const flags = end < 0 ? commandLine : commandLine.slice(0, end);
  const paths: string[] = [];
  let directory: string | undefined;
  for (const [position, flag] of flags.entries()) {
    const [, name, joined] = /^(--policy-pack|--cwd)(?:=(.*))?$/s.exec(flag) ?? /^(-C)(.*)$/s.exec(flag) ?? [];
    const value = (name === "-C" ? joined?.replace(/^=/, "") || undefined : joined) ?? flags[position + 1];
    if (value === undefined) continue;
    if (name === "--policy-pack") paths.push(value);
    else if (name !== undefined) directory = value;
  }
  return { paths, directory };
}

/**
 * Stops a command line whose policy packs would not run. An empty path makes the CLI pass everything with exit code 0, so a pack
 * whose path comes out of a failed substitution (`--policy-pack "$(…)"`) would approve every network.
 *
 * @throws EngineError when a path is empty or is no folder.
 */
export function refuseVoidPolicyPacks(commandLine: readonly string[], workingDirectory: string): void {
  const { paths, directory } = policyPackArguments(commandLine);
  const base = path.resolve(workingDirectory, directory ?? ".");
  for (const written of paths) {
    // The CLI reads a comma as the end of one path and the start of the next.
    const folders = isFolder(path.resolve(base, written)) ? [written] : written.split(",");
    for (const folder of folders) {
      if (folder.trim() === "") {
        throw new EngineError(
          exitCodes.emptyPolicyPack,
          `--policy-pack is empty (${JSON.stringify(written)}): Pulumi would run no policy and let everything pass.\n` +
            "Give the folder of a policy pack, or leave the flag out to run without policies.",
        );
      }
      if (!isFolder(path.resolve(base, folder))) {
        throw new EngineError(
          exitCodes.missingPolicyPack,
          `--policy-pack ${folder}: there is no such folder in ${base}.\n` +
            'Packs of this repository lie in policies/: with -C, write "$PWD/policies/NAME".',
        );
      }
    }
  }
}

function isFolder(candidate: string): boolean {
  return statSync(candidate, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
