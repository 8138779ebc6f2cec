import { isRecord } from "../configuration/is-record";
import type { PolicyData } from "../policy/define-policy";
import { type Level, levels } from "./level";

/** What the engine gives a policy or a setting. */
export interface EffectiveConfiguration {
  readonly level: Level;
  readonly keys: Readonly<Record<string, unknown>>;
}

/**
 * The level and the keys of a policy or a setting under configurations, of which a later one overrides an earlier one (docs/engine-facts.md#configuration-of-a-pack).
 * Unlike the engine's, `all` does not enable what is disabled by default.
 */
export function effectiveConfiguration(
  { id, level: own }: Pick<PolicyData, "id" | "level">,
  configurations: readonly Readonly<Record<string, unknown>>[],
): EffectiveConfiguration {
  return configurations.reduce<EffectiveConfiguration>(
    ({ level, keys }, configuration) => {
      const all = own === "disabled" && level === "disabled" ? undefined : levelOf(configuration["all"]);
      const entry = configuration[id];
      const given = Object.entries(isRecord(entry) ? entry : {}).filter(([key]) => key !== "enforcementLevel");
      return { level: levelOf(entry) ?? all ?? level, keys: { ...keys, ...Object.fromEntries(given) } };
    },
    { level: own, keys: {} },
  );
}

/** The level that an entry of a configuration sets, if it is one. */
export function levelOf(entry: unknown): Level | undefined {
  const level = isRecord(entry) ? entry["enforcementLevel"] : entry;
  return levels.find((one) => one === level);
}
