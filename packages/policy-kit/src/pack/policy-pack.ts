import type { EnforcementLevel, PolicyPackArgs, PolicyPackConfig } from "@pulumi/policy";
import type { Policy } from "../policy/define-policy";
import type { Reader } from "../policy/report-policy";
import { formerIds } from "../settings/former-ids";
import type { ReportingLevels } from "./configured-levels";
import { looksAtEachCall, observedPasses } from "./lazy-callbacks";
import { PackSession } from "./pack-session";
import { Refusals } from "./refusals";
import { SecretTexts } from "../output/secret-texts";
import { sdkEntries } from "./sdk-entry";
import { sdkPolicy } from "./sdk-policy";
import { StackDecisions } from "./stack-decisions";

/** A pack as data: what `new PolicyPack(name, …)` is given. Building it starts nothing. */
export interface Pack {
  readonly name: string;
  readonly description: string;
  readonly policies: readonly Policy[];
  /** The configuration set in code. A configuration that the engine is given on its command line overrides it. */
  readonly configuration?: PackConfiguration;
}

/** A configuration as the engine takes it from a file: by policy, a level or a level with keys; `all` for policies that are not named. */
export type PackConfiguration = Readonly<Record<string, EnforcementLevel | PolicyConfiguration>>;

/** The level and the keys of one policy. */
export type PolicyConfiguration = { readonly enforcementLevel?: EnforcementLevel } & { readonly [key: string]: unknown };

/** Where a pack runs. */
export interface PackEnvironment {
  /** If the server of this version of the SDK is known, a policy is called only when it must be (docs/decisions/0013-what-the-sdk-costs.md). */
  readonly sdkVersion?: string;
  /** Who reads the reports; `program` if not given. */
  readonly reader?: Reader;
  /** The levels that the engine has configured, by policy; unknown if not given. */
  readonly levels?: () => ReportingLevels;
  /** Whether messages carry what waivers would record of their findings, for `lambda-vpc baseline`; not if not given. */
  readonly records?: boolean;
  /** Whether the engine creates the resources that it validates, so that they can be refused; not if not given. */
  readonly updating?: boolean;
  /** What the program marks as secret; nothing if not given. */
  readonly secrets?: SecretTexts;
}

/** The arguments of the SDK's `PolicyPack`; `today` returns the day, such as `2026-11-24`. */
export function packArguments(
  pack: Pack,
  today: () => string,
  {
    sdkVersion = "",
    reader = "program",
    levels = () => new Map(),
    records = false,
    updating = false,
    secrets = new SecretTexts(),
  }: PackEnvironment = {},
): PolicyPackArgs {
  const session = new PackSession(today, formerIds(pack.policies));
  const refusals = updating ? { refusals: new Refusals(pack.policies, session, levels) } : {};
  const entries = sdkEntries(pack.policies, session, { reader, levelOf: (id) => levels().get(id), ...refusals });
  const decisions = new StackDecisions(session, entries);
  const serving = { lazy: looksAtEachCall(sdkVersion), records, secrets, ...refusals };
  const policies = entries.map((entry) => sdkPolicy(entry, session, decisions, serving));
  return { description: pack.description, policies: observedPasses(policies, () => decisions.end()) };
}

/** The third argument of the SDK's `PolicyPack`. */
export function initialConfiguration({ configuration = {} }: Pack): PolicyPackConfig {
  return configuration as PolicyPackConfig;
}
