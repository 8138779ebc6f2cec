import type { PolicyPackArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { readNetwork, readPolicyResources, SeenInputs, type ValidatedResource } from "@lambda-vpc/sources";
import type { Policy } from "./define-policy";
import { report, type Report } from "./report";

/** A pack as data: what `new PolicyPack(name, …)` is given. Building it starts nothing. */
export interface Pack {
  readonly name: string;
  readonly description: string;
  readonly policies: readonly Policy[];
}

/** The arguments of the SDK's `PolicyPack`. */
export function packArguments(pack: Pack): PolicyPackArgs {
  const seen = new SeenInputs();
  return { description: pack.description, policies: pack.policies.map((policy) => sdkPolicy(policy, seen)) };
}

/**
 * One policy for the SDK. It validates resources only to see their inputs, and decides on the stack: planned outputs hide unknown sets
 * whole, inputs show them element by element. Every policy looks for itself, so that none depends on another being switched on.
 */
function sdkPolicy(policy: Policy, seen: SeenInputs): ResourceValidationPolicy & StackValidationPolicy {
  return {
    name: policy.id,
    description: policy.title,
    enforcementLevel: policy.level,
    severity: policy.severity,
    configSchema: { properties: Object.fromEntries(Object.entries(policy.config).map(([name, { schema }]) => [name, schema])) },
    validateResource: (resource) => see(seen, resource),
    validateStack: ({ resources, getConfig }, reportViolation) => {
      const urns = new Set(resources.map(({ urn }) => urn));
      const lines = orFault(policy, () => report(policy, readNetwork(readPolicyResources(resources, seen)), getConfig()));
      for (const line of lines) violate(reportViolation, line, urns);
    },
  };
}

/** An exception here would abort the preview; what is not seen is opaque, and stack validation says so. */
function see(seen: SeenInputs, resource: ValidatedResource): void {
  try {
    seen.see(resource);
  } catch {
    seen.forget(resource.urn);
  }
}

/** An exception in a policy aborts the whole preview, so a fault of ours becomes a finding. */
function orFault({ id }: Policy, decide: () => readonly Report[]): readonly Report[] {
  try {
    return decide();
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return [{ message: `This is a bug of the policy ${id}, not of your program: please report it. ${id} checked nothing. (${reason})` }];
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
