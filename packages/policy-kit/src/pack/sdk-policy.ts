import { jsonSchemaOf } from "../configuration/json-schema";
import type { Report, ReportLevel } from "../findings/report";
import { remediateResource } from "../policy/remediate-resource";
import type { PackSetting } from "../settings/pack-setting";
import { withRecords } from "../settings/recorded-message";
import { type StackName, stackOfAll } from "../settings/stack-name";
import { recordOf } from "../settings/waiver-record";
import { lazyCallbacks, type SdkPolicy } from "./lazy-callbacks";
import type { PackSession } from "./pack-session";
import type { Refusals } from "./refusals";
import { reportInternalError } from "./report-internal-error";
import type { SdkEntry } from "./sdk-entry";
import type { StackDecisions } from "./stack-decisions";

/** How an entry is served. */
export interface Serving {
  /** Whether it has callbacks only while they must be called. */
  readonly lazy: boolean;
  /** Whether its messages carry what waivers would record. */
  readonly records: boolean;
  /** Set in an update, which can refuse resources. */
  readonly refusals?: Refusals;
}

/** An entry of a pack as the SDK takes it. */
export function sdkPolicy(
  entry: SdkEntry,
  session: PackSession,
  decisions: StackDecisions,
  { lazy, records, refusals }: Serving,
): SdkPolicy {
  const { about, see, remediation } = entry;
  const { id } = about;
  const policy: SdkPolicy = {
    ...sdkData(about),
    validateResource: (resource, reportViolation) => {
      decisions.end();
      session.configure(id, resource.getConfig());
      see(resource);
      for (const one of refusals?.take(id, resource.urn) ?? []) violate(reportViolation, one, new Set());
    },
    validateStack: ({ resources, getConfig }, reportViolation) => {
      const urns = new Set(resources.map(({ urn }) => urn));
      const reports = reportInternalError(about, () => decisions.reportsOf(entry, resources, getConfig()));
      const stack = records ? stackOfAll([...urns]) : undefined;
      for (const one of reports) violate(reportViolation, records ? recorded(one, id, stack) : one, urns);
    },
  };
  // Of a policy that remediates without validating, the SDK would report that it is not applicable.
  if (remediation !== undefined) return { ...policy, remediateResource: remediateResource(remediation) };
  return lazy
    ? lazyCallbacks(policy, {
        resource: () => session.needsResource(id) || refusals?.needs(id) === true,
        stack: () => decisions.mustCall(entry),
      })
    : policy;
}

/** The report with what waivers would record of its findings. */
function recorded(report: Report, policy: string, stack: StackName | undefined): Report {
  const { message, findings = [] } = report;
  const waivable = findings.map((finding) => ({ policy, finding, ...(stack === undefined ? {} : { stack }) }));
  return { ...report, message: withRecords(message, waivable.map(recordOf)) };
}

function sdkData({ id, title, level, severity, config, deprecated }: PackSetting): Omit<SdkPolicy, "validateResource" | "validateStack"> {
  return {
    name: id,
    description: deprecated ? `Deprecated. ${title}` : title,
    enforcementLevel: level,
    severity,
    configSchema: { properties: Object.fromEntries(Object.entries(config).map(([name, field]) => [name, jsonSchemaOf(field)])) },
  };
}

/** The SDK accepts a level for each violation. Its types omit it. */
type ReportWithLevel = (violation: { message: string; urn?: string; enforcementLevel?: ReportLevel }) => void;

function violate(reportViolation: unknown, { subject, message, level }: Report, urns: ReadonlySet<string>): void {
  (reportViolation as ReportWithLevel)({
    message,
    ...(subject !== undefined && urns.has(subject) ? { urn: subject } : {}),
    ...(level === undefined ? {} : { enforcementLevel: level }),
  });
}
