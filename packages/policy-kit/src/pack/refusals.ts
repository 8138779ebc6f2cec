import { displayName } from "@lambda-vpc/model";
import { prefixResource, type StackResource, type ValidatedResource } from "@lambda-vpc/sources";
import type { Violation } from "../findings/finding";
import { measured } from "../findings/measure";
import type { Report } from "../findings/report";
import { violationReport } from "../findings/violation-report";
import type { Policy } from "../policy/define-policy";
import { assessPolicy } from "../policy/report-policy";
import type { ReportingLevels } from "./configured-levels";
import type { PackSession } from "./pack-session";

/**
 * Refuses resources of an update before the engine creates them (docs/decisions/0024-refuse-before-creation.md): the first one with which the
 * resources validated so far break a monotone policy of the level mandatory. An update may have no preview (docs/engine-facts.md#updates-without-a-preview).
 *
 * Laws: nothing is refused that the stack verdict of these resources would accept; what is refused does not count for the resources after it; without
 * known levels, nothing is refused.
 */
export class Refusals {
  /** The reports that no policy has delivered yet, by policy and URN. */
  private readonly pending = new Map<string, Map<string, readonly Report[]>>();
  private readonly monotone: readonly Policy[];

  constructor(
    policies: readonly Policy[],
    private readonly session: PackSession,
    private readonly levels: () => ReportingLevels,
  ) {
    this.monotone = policies.filter(({ monotone }) => monotone !== undefined);
  }

  /** Decides about a resource. An exception here would abort the update: then stack validation decides. */
  see(resource: ValidatedResource): void {
    try {
      this.decide(resource);
    } catch {
      // The stack is decided after the update, where a fault of a policy is reported.
    }
  }

  /** Whether a policy must be called with the next resource. */
  needs(policy: string): boolean {
    return this.pending.has(policy);
  }

  /** What a policy reports of a resource, once. */
  take(policy: string, urn: string): readonly Report[] {
    const reports = this.pending.get(policy);
    const own = reports?.get(urn) ?? [];
    reports?.delete(urn);
    if (reports?.size === 0) this.pending.delete(policy);
    return own;
  }

  private decide(validated: ValidatedResource): void {
    const { prefix } = this.session;
    prefix.withdraw(validated.urn);
    const levels = this.levels();
    const mandatory = this.monotone.filter(({ id }) => levels.get(id) === "mandatory");
    if (mandatory.length === 0) return;
    const resource = prefixResource(validated, this.session.inputs(validated.urn) ?? {});
    if (resource === undefined) return;
    const changesVerdicts = !prefix.isKnown(resource) || this.session.distinguishesFunctions;
    const refusals = changesVerdicts && this.session.hasConfigured(levels.keys()) ? this.violations(mandatory, resource) : [];
    if (refusals.length === 0) prefix.admit(resource);
    for (const [{ id }, violations] of refusals) {
      const reports = this.pending.get(id) ?? new Map<string, readonly Report[]>();
      this.pending.set(
        id,
        reports.set(
          resource.urn,
          violations.map((violation) => violationReport(refusal(resource.urn, violation))),
        ),
      );
    }
  }

  /** The verdicts of one function for each network are those of all. The numbers in texts are of all. */
  private violations(policies: readonly Policy[], resource: StackResource): readonly (readonly [Policy, readonly Violation[]])[] {
    const { prefix } = this.session;
    const broken = this.broken(policies, this.session.distinguishesFunctions ? prefix.resources : prefix.representatives, resource);
    return broken.length === 0
      ? []
      : this.broken(
          broken.map(([policy]) => policy),
          prefix.resources,
          resource,
        );
  }

  private broken(
    policies: readonly Policy[],
    admitted: readonly StackResource[],
    resource: StackResource,
  ): readonly (readonly [Policy, readonly Violation[]])[] {
    const analysis = this.session.analysePrefix([...admitted, resource]);
    return policies.flatMap((policy) => {
      const tolerated = this.session.mayTolerate(policy.id, resource.urn);
      const assessed = assessPolicy(policy, analysis, this.session.configurationOf(policy.id), { tolerated });
      const violations = "mistakes" in assessed ? [] : assessed.findings.violations.filter(({ verdict }) => verdict === "violation");
      return violations.length === 0 ? [] : [[policy, violations] as const];
    });
  }
}

/** The violation, about the resource that is refused for it: its name comes first. */
function refusal(subject: string, { measure, what, ...violation }: Violation): Violation {
  const [name, fact] = [displayName(subject), measured({ what, ...(measure === undefined ? {} : { measure }) })];
  return { ...violation, subject, what: fact.startsWith(`${name} `) ? `Refused: ${fact}` : `${name} is refused: ${fact}` };
}
