import { printable } from "@lambda-vpc/model";
import { jsonSchemaOf } from "../configuration/json-schema";
import type { Report, ReportLevel } from "../findings/report";
import { remediateResource } from "../policy/remediate-resource";
import type { PackSetting } from "../settings/pack-setting";
import type { SecretTexts } from "../output/secret-texts";
import { reportWithRecords } from "../output/report-with-records";
import { stackOfAll } from "../settings/stack-name";
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
  /** What the program marks as secret. */
  readonly secrets: SecretTexts;
}

/** An entry of a pack as the SDK takes it. */
export function sdkPolicy(
  entry: SdkEntry,
  session: PackSession,
  decisions: StackDecisions,
  { lazy, records, secrets, refusals }: Serving,
): SdkPolicy {
  const { about, see, remediation } = entry;
  const { id } = about;
  const policy: SdkPolicy = {
    ...sdkData(about),
    validateResource: (resource, reportViolation) => {
      decisions.end();
      session.configure(id, resource.getConfig());
      see(resource);
      for (const one of refusals?.take(id, resource.urn) ?? [])
        violate(reportViolation, { ...one, message: secrets.hide(one.message, [resource.urn]) }, new Set());
    },
    validateStack: ({ resources, getConfig }, reportViolation) => {
      const urns = new Set(resources.map(({ urn }) => urn));
      const reports = reportInternalError(about, () => decisions.reportsOf(entry, resources, getConfig()));
      const stack = records ? stackOfAll([...urns]) : undefined;
      const complete = reports.map((one) =>
        records ? reportWithRecords(one, { policy: id, secrets, urns, stack }) : { ...one, message: secrets.hide(one.message, urns) },
      );
      for (const one of decisions.pool(records).take({ id, description: about.title }, complete)) violate(reportViolation, one, urns);
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

/** The CLI prints the name of a given resource as it is (docs/engine-facts.md#texts-of-findings). The message names it too. */
function violate(reportViolation: unknown, { subject, message, level }: Report, urns: ReadonlySet<string>): void {
  (reportViolation as ReportWithLevel)({
    message,
    ...(subject !== undefined && urns.has(subject) && printable(subject) === subject ? { urn: subject } : {}),
    ...(level === undefined ? {} : { enforcementLevel: level }),
  });
}
