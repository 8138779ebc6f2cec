import { formerIds, withPresentIds } from "@lambda-vpc/policy-kit";
import { writeFileSync } from "node:fs";
import type { Surroundings } from "../command/command";
import { CommandError } from "../command/command-error";
import { loadPack } from "./load-pack";
import { readJson } from "../command/read-file";

/** A configuration to hand to the engine, and what is to be told of the one that was given. */
export interface PresentConfiguration {
  /** Absolute path. */
  readonly file: string;
  readonly remarks: readonly string[];
}

/**
 * The configuration `given` under the ids that the policies of `pack` have now: the engine passes over a former one without a word. Where it names
 * one, `copy` is written. A pack or a file that cannot be read is left for the engine to refuse.
 */
export function presentConfiguration(given: string, pack: string, copy: string, surroundings: Surroundings): PresentConfiguration {
  const read = readBoth(given, pack, surroundings);
  const former = formerIds(read?.pack.policies ?? []);
  const { file, found } = withPresentIds(former, read?.configuration);
  if (found.length === 0) return { file: given, remarks: [] };
  writeFileSync(copy, JSON.stringify(file));
  return { file: copy, remarks: found.map((id) => `${given}: ${id} holds, but is called ${former.get(id) ?? id} now: write that.\n`) };
}

function readBoth(given: string, pack: string, surroundings: Surroundings) {
  try {
    return { configuration: readJson(given, surroundings), pack: loadPack(pack, surroundings) };
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}
