import type { EnforcementLevel, PolicyPackArgs, PolicyPackConfig, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { problemText } from "./configuration";
import { assumptionsSetting } from "./assumptions-setting";
import { inventorySetting, reviewInventory } from "./inventory-setting";
import type { Policy } from "./define-policy";
import { PackSession, type Run } from "./pack-session";
import type { PackSetting } from "./pack-setting";
import { remediateResource } from "./remediate-resource";
import { tellWhatStays } from "./remediation";
import { report, type Report } from "./report";
import { reviewWaivers, waiversSetting } from "./waivers-setting";

/** A pack as data: what `new PolicyPack(name, …)` is given. Building it starts nothing. */
export interface Pack {
  readonly name: string;
  readonly description: string;
  readonly policies: readonly Policy[];
  /** What a team has set in code; what the engine is given on its command line goes before it. */
  readonly configuration?: PackConfiguration;
}

/** A configuration as the engine takes it from a file: by policy, a level or a level with keys; `all` for those that are not named. */
export type PackConfiguration = Readonly<Record<string, EnforcementLevel | PolicyConfiguration>>;

/** The level and the keys of one policy. */
export type PolicyConfiguration = { readonly enforcementLevel?: EnforcementLevel } & { readonly [key: string]: unknown };

type SdkPolicy = ResourceValidationPolicy & StackValidationPolicy;

/** The arguments of the SDK's `PolicyPack`; `today` tells the day, such as `2026-11-24`. */
export function packArguments(pack: Pack, today: () => string): PolicyPackArgs {
  const session = new PackSession(today);
  return {
    description: pack.description,
    policies: [...pack.policies.map((policy) => sdkPolicy(policy, session)), ...settingPolicies(pack, session)],
  };
}

/** The third argument of the SDK's `PolicyPack`. */
export function initialConfiguration({ configuration = {} }: Pack): PolicyPackConfig {
  return configuration as PolicyPackConfig;
}

/**
 * One policy for the SDK. It validates resources only to see their inputs, and decides on the stack: planned outputs hide unknown sets
 * whole, inputs show them element by element. Every policy looks for itself, so that none depends on another being switched on.
 */
function sdkPolicy(policy: Policy, session: PackSession): SdkPolicy {
  return {
    ...sdkData(policy),
    ...(policy.remediation === undefined ? {} : { remediateResource: remediateResource(policy.remediation) }),
    validateResource: (resource) => session.see(policy.id, resource),
    validateStack: ({ resources, getConfig }, reportViolation) => {
      const urns = new Set(resources.map(({ urn }) => urn));
      const lines = orFault(policy, () => {
        const run = session.begin(policy.id, resources);
        const telling = tellWhatStays(policy, (urn) => session.inputs(urn));
        return report(telling, run.analysis, getConfig(), session.tolerance(run, policy.id));
      });
      for (const line of lines) violate(reportViolation, line, urns);
    },
  };
}

/** A setting as a policy for the SDK: it keeps its configuration while resources are validated, and reviews it with the stack. */
function settingPolicy(setting: PackSetting, session: PackSession, review: (run: Run) => readonly Report[]): SdkPolicy {
  return {
    ...sdkData(setting),
    validateResource: ({ getConfig }) => session.configure(setting, getConfig()),
    validateStack: ({ resources }, reportViolation) => {
      const lines = orFault(setting, () => {
        const run = session.begin(setting.id, resources);
        if (run.analysis.network.attachments.length === 0) return [];
        const read = session.setting(setting);
        return read.valid
          ? review(run)
          : read.problems.map((problem) => ({ message: `configuration of ${setting.id}: ${problemText(problem)}` }));
      });
      for (const line of lines) violate(reportViolation, line, new Set());
    },
  };
}

/** Waivers come last, when every other policy has found what it finds. */
function settingPolicies({ policies }: Pack, session: PackSession): readonly SdkPolicy[] {
  const names = policies.map(({ id }) => id);
  return [
    settingPolicy(assumptionsSetting, session, () => []),
    settingPolicy(inventorySetting, session, ({ analysis }) => reviewInventory(analysis.network)),
    settingPolicy(waiversSetting, session, (run) => reviewWaivers(session.waivers(), run, names)),
  ];
}

function sdkData({ id, title, level, severity, config }: PackSetting): Omit<SdkPolicy, "validateResource" | "validateStack"> {
  return {
    name: id,
    description: title,
    enforcementLevel: level,
    severity,
    configSchema: { properties: Object.fromEntries(Object.entries(config).map(([name, { schema }]) => [name, schema])) },
  };
}

/**
 * An exception in a policy aborts the whole preview, so a fault of ours becomes a finding. It names the place in our code and nothing else: the text
 * of an exception may carry a value of the program, and that may be a secret.
 */
function orFault({ id }: { readonly id: string }, decide: () => readonly Report[]): readonly Report[] {
  try {
    return decide();
  } catch (fault) {
    const [, place = "an unknown place"] = (fault instanceof Error ? /\n\s+at (.*)/.exec(fault.stack ?? "") : undefined) ?? [];
    const kind = fault instanceof Error ? fault.name : typeof fault;
    return [
      { message: `This is a bug of the policy ${id}, not of your program: please report it. ${id} checked nothing. (${kind} at ${place})` },
    ];
  }
}

/** The SDK takes a level for each violation, although its types do not say so. */
type ReportWithLevel = (violation: { message: string; urn?: string; enforcementLevel?: "advisory" | "mandatory" }) => void;

function violate(reportViolation: unknown, { subject, message, level }: Report, urns: ReadonlySet<string>): void {
  (reportViolation as ReportWithLevel)({
    message,
    ...(subject !== undefined && urns.has(subject) ? { urn: subject } : {}),
    ...(level === undefined ? {} : { enforcementLevel: level }),
  });
}
