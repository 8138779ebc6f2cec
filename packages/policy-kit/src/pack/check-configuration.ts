import { formerIds, withPresentIds } from "../settings/former-ids";
import { type Fields, nearest, readConfiguration } from "../configuration/configuration";
import { checkWaivers } from "./check-waivers";
import { levels } from "./level";
import type { Pack } from "./policy-pack";
import type { Problem } from "./problem";
import { packSettings } from "../settings/pack-settings";
import { isRecord } from "../configuration/is-record";
import { waiversSetting } from "../settings/waivers-setting";

/** The name that stands for every policy which is not named. */
const ALL = "all";

/**
 * Every mistake in a configuration of `pack`, as it is `written`, in the file's order: names, levels, keys and values; then mistakes between its parts.
 * `today` is the day, such as `2026-11-24`. It never throws.
 */
export function checkConfiguration(pack: Pack, written: unknown, today: string): readonly Problem[] {
  const former = formerIds(pack.policies);
  const { file, found } = withPresentIds(former, written);
  if (!isRecord(file))
    return [{ problem: "The configuration is not a JSON object", fix: 'Write { "POLICY": "LEVEL" } or { "POLICY": { …keys } }' }];
  const fields = new Map<string, Fields>([...pack.policies, ...packSettings].map(({ id, config }) => [id, config]));
  return [
    ...found.map((id) => ({ policy: id, problem: `Renamed to ${former.get(id) ?? id}`, fix: "Use the new name" })),
    ...Object.entries(file).flatMap(([name, value]) => checkEntry(name, value, fields)),
    ...checkWaivers(
      file[waiversSetting.id],
      pack.policies.map(({ id }) => id),
      today,
    ),
    ...checkDisabledSettings(file),
  ];
}

function checkEntry(name: string, value: unknown, fields: ReadonlyMap<string, Fields>): readonly Problem[] {
  const names = [...fields.keys()];
  const own = name === ALL ? {} : fields.get(name);
  if (own === undefined) return [{ policy: name, problem: "Unknown policy", fix: nearest(name, [ALL, ...names]) }];
  if (!isRecord(value)) return checkLevel(name, undefined, value);
  const { enforcementLevel, ...keys } = value;
  const read = readConfiguration(own, keys, ["enforcementLevel"]);
  const problems = read.ok ? [] : read.error.map((problem) => ({ policy: name, ...problem }));
  return [...(enforcementLevel === undefined ? [] : checkLevel(name, "enforcementLevel", enforcementLevel)), ...problems];
}

function checkLevel(policy: string, key: string | undefined, level: unknown): readonly Problem[] {
  if (levels.some((one) => one === level)) return [];
  const fix = typeof level === "string" ? nearest(level, levels) : `Expected one of ${levels.join(", ")}`;
  return [{ policy, ...(key === undefined ? {} : { key }), problem: `Unknown level ${JSON.stringify(level)}`, fix }];
}

/** The engine passes no configuration to a disabled policy, so a disabled setting has no effect. */
function checkDisabledSettings(file: Readonly<Record<string, unknown>>): readonly Problem[] {
  return packSettings.flatMap(({ id }) => {
    const configured = file[id];
    if (!isRecord(configured) || (configured["enforcementLevel"] ?? levelOf(file[ALL])) !== "disabled") return [];
    return [
      {
        policy: id,
        problem: "Disabled, so its configuration has no effect",
        fix: 'Set "enforcementLevel" to "advisory"',
      },
    ];
  });
}

function levelOf(value: unknown): unknown {
  return isRecord(value) ? value["enforcementLevel"] : value;
}
