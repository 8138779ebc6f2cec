import type { ValidatedResource } from "@lambda-vpc/sources";
import type { Configuration, Fields } from "../configuration/configuration";
import type { PolicyFindings } from "../findings/policy-findings";
import type { Report, ReportLevel } from "../findings/report";
import type { Policy } from "../policy/define-policy";
import type { Remediation } from "../policy/remediation";
import { assessPolicy, concernsStack, type Reader, reportFindings, reportProblem } from "../policy/report-policy";
import { withUnremediatedFindings } from "../policy/unremediated-findings";
import { assumptionsSetting } from "../settings/assumptions-setting";
import { formerIds } from "../settings/former-ids";
import { inventorySetting, reviewAge, reviewInventory } from "../settings/inventory-setting";
import type { PackSetting } from "../settings/pack-setting";
import { reviewWaivers } from "../settings/review-waivers";
import { waiversSetting } from "../settings/waivers-setting";
import type { PackSession, RawConfiguration, Run } from "./pack-session";
import type { Refusals } from "./refusals";

/** A policy or a setting as the SDK calls it: `see` with each resource, `decide` with the stack. */
export interface SdkEntry {
  readonly about: PackSetting;
  readonly see: (resource: ValidatedResource) => void;
  /** Reports, or findings that are reported together with those of the other policies. */
  readonly decide: (run: Run, configuration: RawConfiguration) => readonly Report[] | PolicyFindings;
  readonly remediation?: Remediation;
}

/** Who reads the reports of a pack, and the level of each policy; undefined if it is unknown. */
export interface Audience {
  readonly reader: Reader;
  readonly levelOf: (policy: string) => ReportLevel | undefined;
  /** Set in an update, which can refuse resources. */
  readonly refusals?: Refusals;
}

/** The entries of a pack, in its order: its policies, then the settings. Waivers are reviewed last, when every other entry is decided. */
export function sdkEntries(policies: readonly Policy[], session: PackSession, audience: Audience): readonly SdkEntry[] {
  const { reader } = audience;
  const names = policies.map(({ id }) => id);
  const former = formerIds(policies);
  const concerned = ({ analysis }: Run): boolean => policies.some((policy) => concernsStack(policy, analysis.network));
  return [
    ...policies.map((policy) => policyEntry(policy, session, audience)),
    settingEntry(assumptionsSetting, session, concerned, () => []),
    settingEntry(inventorySetting, session, concerned, ({ analysis, today }, inventory) => [
      ...reviewAge(inventory, today),
      ...reviewInventory(analysis.network),
    ]),
    settingEntry(waiversSetting, session, concerned, (run) => reviewWaivers(session.waivers(), run, { names, former, reader })),
  ];
}

/** A policy validates resources only to see their inputs, and decides on the stack: planned outputs hide unknown sets whole, inputs show them element by element. */
function policyEntry(policy: Policy, session: PackSession, { reader, levelOf, refusals }: Audience): SdkEntry {
  const complete = withUnremediatedFindings(policy, (urn) => session.inputs(urn));
  return {
    about: policy,
    see: (resource) => {
      if (session.see(policy.id, resource)) refusals?.see(resource);
    },
    decide: (run, configuration) => {
      const level = levelOf(policy.id);
      const tolerance = session.tolerance(run, policy.id);
      const assessed = assessPolicy(complete, run.analysis, configuration, { ...tolerance, ...(level === undefined ? {} : { level }) });
      if ("mistakes" in assessed) return assessed.mistakes;
      return reader === "person" ? assessed.findings : reportFindings(assessed.findings);
    },
    ...(policy.remediation === undefined ? {} : { remediation: policy.remediation }),
  };
}

/** A setting keeps its configuration while resources are validated, and is reviewed with a stack that concerns a policy. */
function settingEntry<F extends Fields>(
  setting: PackSetting<F>,
  session: PackSession,
  concerned: (run: Run) => boolean,
  review: (run: Run, configuration: Configuration<F>) => readonly Report[],
): SdkEntry {
  return {
    about: setting,
    see: () => undefined,
    decide: (run) => {
      if (!concerned(run)) return [];
      const read = session.setting(setting);
      return read.ok ? review(run, read.value) : read.error.map((problem) => reportProblem(setting.id, problem));
    },
  };
}
