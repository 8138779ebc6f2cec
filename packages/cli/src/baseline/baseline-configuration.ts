import { isRecord, type Waiver, type WaiverRecord, waiversSetting } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { type Entry, replacedWaivers, subjectsOf } from "./replaced-waivers";

/** A pack's configuration with a baseline in it. */
export interface Baseline {
  readonly configuration: Configuration;
  /** New waivers. */
  readonly added: number;
  /** Waivers that replace earlier ones. */
  readonly renewed: number;
}

/** What all waivers of one baseline have in common. */
export type Terms = Pick<Waiver, "reason" | "expires">;

type Configuration = Readonly<Record<string, unknown>>;

/**
 * `configuration` with a waiver for each of `records`. A waiver replaces earlier ones of the same policy, kind and stacks for the same things, or for
 * some of them. Everything else is unchanged, other waivers and those of other stacks too. Waivers are in canonical order.
 *
 * @throws CommandError if `configuration` cannot take waivers.
 */
export function baselineConfiguration(configuration: unknown, records: readonly WaiverRecord[], terms: Terms): Baseline {
  if (!isRecord(configuration)) throw unusable("it is not a JSON object");
  const settings = settingsOf(configuration[waiversSetting.id]);
  const made = [...new Map(records.map((record) => [JSON.stringify(record), { ...record, ...terms }])).values()];
  const { replaced, renewing } = replacedWaivers(made, settings.entries);
  const entries = inCanonicalOrder([...settings.entries.filter((earlier) => !replaced.has(earlier)), ...made]);
  return {
    configuration: { ...configuration, [waiversSetting.id]: { ...settings, entries } },
    added: made.length - renewing.size,
    renewed: renewing.size,
  };
}

interface WaiverSettings {
  readonly enforcementLevel?: string;
  readonly entries: readonly Entry[];
}

/** A policy's configuration is a level, or an object that may contain one. */
function settingsOf(waivers: unknown): WaiverSettings {
  // Without this level, a level for all policies would disable the waivers.
  if (waivers === undefined) return { enforcementLevel: waiversSetting.level, entries: [] };
  if (typeof waivers === "string") return { enforcementLevel: waivers, entries: [] };
  if (!isRecord(waivers)) throw unusable('"waivers" is neither a level nor an object');
  const { entries = [] } = waivers;
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw unusable('"waivers.entries" is not a list of objects with a policy, and a subject or a pattern');
  return { ...waivers, entries };
}

function isEntry(entry: unknown): entry is Entry {
  if (!isRecord(entry) || typeof entry["policy"] !== "string") return false;
  const { subject, pattern, stacks } = entry;
  const isSubject = typeof subject === "string" || (subject === undefined ? typeof pattern === "string" : isTexts(subject));
  return isSubject && (stacks === undefined || isTexts(stacks));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

/** By policy, then by what they are about, then by everything else. */
function inCanonicalOrder(entries: readonly Entry[]): readonly Entry[] {
  const keyed = entries.map((entry) => ({ entry, key: JSON.stringify([entry.policy, subjectsOf(entry), entry.pattern ?? "", entry]) }));
  return keyed.sort(({ key: left }, { key: right }) => (left === right ? 0 : left < right ? -1 : 1)).map(({ entry }) => entry);
}

function unusable(what: string): CommandError {
  return new CommandError(
    exitCodes.unreadable,
    `The configuration cannot take waivers: ${what}. Run \`lambda-vpc check-config\` to list every mistake.`,
  );
}
