import type { EnforcementLevel, PolicyPackArgs, PolicyPackConfig } from "@pulumi/policy";
import { problemText } from "../configuration/configuration";
import type { ValidatedResource } from "@lambda-vpc/sources";
import { assumptionsSetting } from "../settings/assumptions-setting";
import { inventorySetting, reviewInventory } from "../settings/inventory-setting";
import type { Policy } from "../policy/define-policy";
import { formerIds } from "../settings/former-ids";
import { PackSession, type Run } from "./pack-session";
import type { PackSetting } from "../settings/pack-setting";
import { remediateResource } from "../policy/remediate-resource";
import { type Remediation, tellWhatStays } from "../policy/remediation";
import { report, type Report } from "../findings/report";
import { reviewWaivers, waiversSetting } from "../settings/waivers-setting";
import { looksAtEachCall, type SdkPolicy, whileNeeded } from "./while-needed";

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

/**
 * The arguments of the SDK's `PolicyPack`; `today` tells the day, such as `2026-11-24`. Served by a version of the SDK whose server is known, the
 * policies are called no more often than it takes.
 */
export function packArguments(pack: Pack, today: () => string, sdkVersion = ""): PolicyPackArgs {
  const session = new PackSession(today, formerIds(pack.policies));
  const policies = [...pack.policies.map((policy) => policySpeaker(policy, session)), ...settingSpeakers(pack, session)];
  const sparing = looksAtEachCall(sdkVersion);
  return { description: pack.description, policies: policies.map((speaker) => sdkPolicy(speaker, session, sparing)) };
}

/** The third argument of the SDK's `PolicyPack`. */
export function initialConfiguration({ configuration = {} }: Pack): PolicyPackConfig {
  return configuration as PolicyPackConfig;
}

/** What the SDK calls of a policy or a setting: `see` with each resource, `decide` with the stack. */
interface Speaker {
  readonly about: PackSetting;
  readonly see: (resource: ValidatedResource) => void;
  readonly decide: (run: Run, configuration: Readonly<Record<string, unknown>>) => readonly Report[];
  readonly remediation?: Remediation;
}

/**
 * It validates resources only to see their inputs, and decides on the stack: planned outputs hide unknown sets whole, inputs show them element by
 * element. Any policy may be the one that looks for all, so that none depends on another being switched on.
 */
function policySpeaker(policy: Policy, session: PackSession): Speaker {
  const telling = tellWhatStays(policy, (urn) => session.inputs(urn));
  return {
    about: policy,
    see: (resource) => session.see(policy.id, resource),
    decide: (run, configuration) => report(telling, run.analysis, configuration, session.tolerance(run, policy.id)),
    ...(policy.remediation === undefined ? {} : { remediation: policy.remediation }),
  };
}

/** A setting keeps its configuration while resources are validated, and is reviewed with the stack. */
function settingSpeaker(setting: PackSetting, session: PackSession, review: (run: Run) => readonly Report[]): Speaker {
  return {
    about: setting,
    see: () => undefined,
    decide: (run) => {
      if (run.analysis.network.attachments.length === 0) return [];
      const read = session.setting(setting);
      return read.valid
        ? review(run)
        : read.problems.map((problem) => ({ message: `configuration of ${setting.id}: ${problemText(problem)}` }));
    },
  };
}

/** Waivers come last, when every other policy has found what it finds. */
function settingSpeakers({ policies }: Pack, session: PackSession): readonly Speaker[] {
  const names = policies.map(({ id }) => id);
  const former = formerIds(policies);
  return [
    settingSpeaker(assumptionsSetting, session, () => []),
    settingSpeaker(inventorySetting, session, ({ analysis }) => reviewInventory(analysis.network)),
    settingSpeaker(waiversSetting, session, (run) => reviewWaivers(session.waivers(), run, names, former)),
  ];
}

function sdkPolicy({ about, see, decide, remediation }: Speaker, session: PackSession, sparing: boolean): SdkPolicy {
  const { id } = about;
  const orBug: Speaker["decide"] = (run, configuration) => orFault(about, () => decide(run, configuration));
  const policy: SdkPolicy = {
    ...sdkData(about),
    validateResource: (resource) => {
      session.configure(id, resource.getConfig());
      see(resource);
    },
    validateStack: ({ resources, getConfig }, reportViolation) => {
      const urns = new Set(resources.map(({ urn }) => urn));
      const lines = orFault(about, () => session.decide(id, resources, (run) => orBug(run, getConfig())));
      for (const line of lines) violate(reportViolation, line, urns);
    },
  };
  // Of a policy that remediates without validating, the SDK would say that it is not applicable.
  if (remediation !== undefined) return { ...policy, remediateResource: remediateResource(remediation) };
  return sparing ? whileNeeded(policy, { resource: () => session.needsResource(id), stack: () => session.needsStack(id, orBug) }) : policy;
}

function sdkData({ id, title, level, severity, config, deprecated }: PackSetting): Omit<SdkPolicy, "validateResource" | "validateStack"> {
  return {
    name: id,
    description: deprecated ? `Deprecated. ${title}` : title,
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
