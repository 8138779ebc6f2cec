import type { PolicyData } from "../policy/define-policy";
import { isRecord } from "../configuration/is-record";
import { waiversSetting } from "./waivers-setting";

/** The present id for each id of earlier versions. */
export type FormerIds = ReadonlyMap<string, string>;

/** The former ids of policies. A present id is never a former id of another policy. */
export function formerIds(policies: readonly Pick<PolicyData, "id" | "formerly">[]): FormerIds {
  const present = new Set(policies.map(({ id }) => id));
  const pairs = policies.flatMap(({ id, formerly = [] }) => formerly.map((former) => [former, id] as const));
  return new Map(pairs.filter(([former]) => !present.has(former)));
}

/** A configuration under present ids. */
export interface PresentConfiguration {
  readonly file: unknown;
  /** The former ids that were found, in order, each once. */
  readonly found: readonly string[];
}

/**
 * A pack's configuration, whatever it holds, with present ids in place of former ones: those of policies, and in the entries of its waivers. An
 * entry under a present id takes precedence over one under a former id.
 */
export function withPresentIds(former: FormerIds, file: unknown): PresentConfiguration {
  if (!isRecord(file)) return { file, found: [] };
  const found = new Set(Object.keys(file).filter((name) => former.has(name)));
  const presentWaiver = (entry: unknown): unknown => {
    if (!isRecord(entry) || typeof entry["policy"] !== "string") return entry;
    const present = former.get(entry["policy"]);
    if (present === undefined) return entry;
    found.add(entry["policy"]);
    return { ...entry, policy: present };
  };
  const named = Object.entries(file)
    .filter(([name]) => !Object.hasOwn(file, former.get(name) ?? ""))
    .map(([name, value]) => [former.get(name) ?? name, name === waiversSetting.id ? withEntries(value, presentWaiver) : value] as const);
  return { file: Object.fromEntries(named), found: [...found].sort() };
}

function withEntries(setting: unknown, change: (entry: unknown) => unknown): unknown {
  if (!isRecord(setting) || !Array.isArray(setting["entries"])) return setting;
  return { ...setting, entries: setting["entries"].map(change) };
}
