import { formerIds, withPresentIds } from "@lambda-vpc/policy-kit";
import { writeFileSync } from "node:fs";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { loadPack } from "./load-pack";
import { readJson } from "../command/read-file";

/** A configuration for the engine, and remarks about the given one. */
export interface PresentConfiguration {
  /** Absolute path. */
  readonly file: string;
  readonly remarks: readonly string[];
}

/**
 * The configuration `given` with the present ids of the policies of `pack`, because the engine silently ignores a former id. If it has one, `copy`
 * is written. The engine reports a pack or a file that cannot be read.
 */
export function presentConfiguration(given: string, pack: string, copy: string, context: CommandContext): PresentConfiguration {
  const read = readBoth(given, pack, context);
  const former = formerIds(read?.pack.policies ?? []);
  const { file, found } = withPresentIds(former, read?.configuration);
  if (found.length === 0) return { file: given, remarks: [] };
  writeFileSync(copy, JSON.stringify(file));
  return {
    file: copy,
    remarks: found.map((id) => `${given}: policy ${id} was renamed. The setting applies. Rename it to ${former.get(id) ?? id}.\n`),
  };
}

function readBoth(given: string, pack: string, context: CommandContext) {
  try {
    return { configuration: readJson(given, context), pack: loadPack(pack, context) };
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}
