import { isRecord } from "../configuration/is-record";
import { effectiveConfiguration, levelOf } from "./effective-configuration";
import type { Pack } from "./policy-pack";

/**
 * The policies that the engine enables because of the level `all`, although they are disabled by default and nobody names them
 * (docs/engine-facts.md#configuration-of-a-pack).
 */
export function enabledByAll({ policies, configuration = {} }: Pack, file: Readonly<Record<string, unknown>>): readonly string[] {
  const all = levelOf(file["all"]);
  if (all === undefined || all === "disabled") return [];
  return policies
    .filter((policy) => effectiveConfiguration(policy, [configuration, file]).level === "disabled" && isUnnamed(policy, file))
    .map(({ id }) => id);
}

function isUnnamed({ id, level }: Pack["policies"][number], file: Readonly<Record<string, unknown>>): boolean {
  return level === "disabled" && levelOf(file[id]) === undefined;
}

/** The configuration with these policies disabled by name, so that `all` does not enable them. */
export function keepDisabled(pack: Pack, file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = enabledByAll(pack, file).map((id) => {
    const entry = file[id];
    return [id, isRecord(entry) ? { ...entry, enforcementLevel: "disabled" } : "disabled"] as const;
  });
  return { ...file, ...Object.fromEntries(kept) };
}
