import { formerIds, isRecord, keepDisabled, type Pack, withPresentIds } from "@lambda-vpc/policy-kit";
import { isDeepStrictEqual } from "node:util";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { loadPack } from "./load-pack";
import { readJson } from "../command/read-file";

/** A configuration for the engine, and remarks about the given one. */
export interface PresentConfiguration {
  /** Absolute path. */
  readonly file: string;
  readonly remarks: readonly string[];
}

/**
 * The configuration `given` as the engine must read it: with the present ids of the policies of `pack`, with policies disabled by name that `all` must
 * not enable, and without a byte order mark (docs/engine-facts.md#configuration-of-a-pack). If that differs from the file, `copy` is written. The engine
 * reports a pack that cannot be read.
 *
 * @throws CommandError if the file has no configuration: the engine would run with none.
 */
export function presentConfiguration(given: string, pack: string, copy: string, context: CommandContext): PresentConfiguration {
  const configuration = readJson(given, context);
  if (!isRecord(configuration))
    throw new CommandError(
      exitCodes.unreadable,
      `${given} is ${configuration === null ? "null" : "not a JSON object"}. Pulumi would run with the defaults. Write { "POLICY": "LEVEL" }.`,
    );
  const loaded = orUndefined(() => loadPack(pack, context));
  const former = formerIds(loaded?.policies ?? []);
  const { file, found } = withPresentIds(former, configuration);
  const present = loaded === undefined || !isRecord(file) ? file : keepDisabled(loaded, file);
  if (isDeepStrictEqual(present, configuration) && !hasByteOrderMark(given, context)) return { file: given, remarks: [] };
  writeFileSync(copy, JSON.stringify(present));
  return {
    file: copy,
    remarks: found.map((id) => `${given}: policy ${id} was renamed. The setting applies. Rename it to ${former.get(id) ?? id}.`),
  };
}

function orUndefined(load: () => Pack): Pack | undefined {
  try {
    return load();
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

/** Go's JSON decoder rejects it. */
function hasByteOrderMark(file: string, { directory }: CommandContext): boolean {
  const [first = 0] = readFileSync(resolve(directory, file));
  return [0xef, 0xfe, 0xff].includes(first);
}
