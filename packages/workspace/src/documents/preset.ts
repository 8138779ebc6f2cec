import type { Pack, Policy } from "@lambda-vpc/policy-kit";

export type PresetName = "recommended" | "strict";

/**
 * A configuration file to start from, with every policy. `recommended` has the defaults. `strict` adds the strict values that each
 * policy defines.
 */
export function preset({ policies }: Pack, name: PresetName): Readonly<Record<string, string | object>> {
  return Object.fromEntries(policies.map((policy) => [policy.id, entry(policy, name)]));
}

function entry({ level, strict }: Policy, name: PresetName): string | object {
  if (name === "recommended" || strict === undefined) return level;
  const { level: strictLevel = level, config } = strict;
  return config === undefined ? strictLevel : { enforcementLevel: strictLevel, ...config };
}
