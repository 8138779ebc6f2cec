import { isRecord, measuredIn, type Waiver, waiversSetting } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { PolicyEvent } from "./policy-events";

/** A pack's configuration with a baseline in it. */
export interface Baseline {
  readonly configuration: Configuration;
  /** New waivers. */
  readonly added: number;
  /** Waivers that replace one for the same policy and subject. */
  readonly renewed: number;
}

/** What all waivers of one baseline have in common. */
export type Terms = Pick<Waiver, "reason" | "expires">;

/** What a waiver is for. */
type Addressee = Pick<Waiver, "policy" | "subject">;

type Configuration = Readonly<Record<string, unknown>>;

/**
 * `configuration` with a waiver for each policy and subject of `findings`. Everything else is unchanged, other waivers too. Waivers are in
 * canonical order. If a finding has a measure, its waiver allows that measure and no more.
 *
 * @throws CommandError if `configuration` cannot take waivers.
 */
export function baselineConfiguration(configuration: unknown, findings: readonly PolicyEvent[], terms: Terms): Baseline {
  if (!isRecord(configuration)) throw unusable("it is not a JSON object");
  const settings = settingsOf(configuration[waiversSetting.id]);
  const before = settings.entries;
  const bySubject = Map.groupBy(findings, identity);
  const kept = before.filter((waiver) => !bySubject.has(identity(waiver)));
  const made = [...bySubject.values()].map((group) => waiverFor(group, terms));
  const entries = [...kept, ...made].sort(byIdentity);
  const renewed = made.filter((waiver) => before.some((earlier) => identity(earlier) === identity(waiver))).length;
  return {
    configuration: { ...configuration, [waiversSetting.id]: { ...settings, entries } },
    added: made.length - renewed,
    renewed,
  };
}

interface WaiverSettings {
  readonly enforcementLevel?: string;
  readonly entries: readonly Addressee[];
}

/** A policy's configuration is a level, or an object that may contain one. */
function settingsOf(waivers: unknown): WaiverSettings {
  // Without this level, a level for all policies would disable the waivers.
  if (waivers === undefined) return { enforcementLevel: waiversSetting.level, entries: [] };
  if (typeof waivers === "string") return { enforcementLevel: waivers, entries: [] };
  if (!isRecord(waivers)) throw unusable('"waivers" is neither a level nor an object');
  const { entries = [] } = waivers;
  if (!Array.isArray(entries) || !entries.every(isWaiver))
    throw unusable('"waivers.entries" is not a list of objects with a policy and a subject');
  return { ...waivers, entries };
}

function isWaiver(entry: unknown): entry is Addressee {
  return isRecord(entry) && typeof entry["policy"] === "string" && typeof entry["subject"] === "string";
}

function waiverFor(findings: readonly PolicyEvent[], terms: Terms): Waiver {
  const [{ policy, subject } = { policy: "", subject: "" }] = findings;
  const measures = findings.map(({ message }) => measuredIn(message));
  const limits = measures.filter((measure) => measure !== undefined);
  const limited = limits.length === measures.length;
  return { policy, subject, ...terms, ...(limited ? { upTo: Math.max(...limits) } : {}) };
}

function identity({ policy, subject }: Addressee): string {
  return JSON.stringify([policy, subject]);
}

function byIdentity(left: Addressee, right: Addressee): number {
  return identity(left) < identity(right) ? -1 : 1;
}

function unusable(what: string): CommandError {
  return new CommandError(
    exitCodes.unreadable,
    `The configuration cannot take waivers: ${what}. Run \`lambda-vpc check-config\` to list every mistake.`,
  );
}
