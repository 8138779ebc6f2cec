import { type Key, withoutNames } from "@lambda-vpc/model";
import type { Finding, Fix, Policy } from "@lambda-vpc/policy-kit";

/** A finding with what a trial needs of it, in plain values. */
export interface Found {
  readonly policy: string;
  readonly verdict: Finding["verdict"];
  /** Whether it stops an update. */
  readonly mandatory: boolean;
  readonly subject: Key;
  readonly what: string;
  /** A text: of a policy whose fixes are not data yet. */
  readonly fix?: Fix;
}

/** What one policy of a preview recorded. */
export interface Judgement {
  readonly found: readonly Found[];
  /** The functions that the policy saw, in a VPC or not. */
  readonly functions: number;
}

/** The configuration of one pack. */
export type Configuration = Readonly<Record<string, unknown>>;

/**
 * The policies of a pack that hand on what they find, and how many functions they saw; `change` may spoil a fix on its way, text and data alike.
 */
export function recordedPolicies(
  policies: readonly Policy[],
  configuration: Configuration,
  record: (found: readonly Found[], functions: number) => void,
  change: (fix: Fix, found: Found) => Fix = (fix) => fix,
): readonly Policy[] {
  return policies.map((policy) => ({
    ...policy,
    evaluate: (analysis, keys) => {
      const evaluation = policy.evaluate(analysis, keys);
      if (!evaluation.ok) return evaluation;
      const { findings, onUndecided } = evaluation.value;
      const isMandatory = levelOf(policy, configuration) === "mandatory";
      const all = findings.map((finding) => {
        const found = foundOf(policy.id, finding, isMandatory && (finding.verdict !== "undecided" || onUndecided === "mandatory"));
        return finding.verdict === "undecided" ||
          typeof finding.fix === "string" ||
          found.fix === undefined ||
          typeof found.fix === "string"
          ? { finding, found }
          : { finding: { ...finding, fix: change(found.fix, found) }, found: { ...found, fix: change(found.fix, found) } };
      });
      record(
        all.map(({ found }) => found),
        analysis.network.functions?.length ?? 0,
      );
      return { ...evaluation, value: { findings: all.map(({ finding }) => finding), onUndecided } };
    },
  }));
}

function foundOf(policy: string, finding: Finding, mandatory: boolean): Found {
  const { verdict, subject, what } = finding;
  const found = { policy, verdict, subject, what, mandatory: mandatory && verdict !== "warning" };
  return verdict === "undecided" ? found : { ...found, fix: finding.fix };
}

/** The level of a policy in a configuration. */
export function levelOf({ id, level }: Pick<Policy, "id" | "level">, configuration: Configuration): string {
  const own = configuration[id];
  if (typeof own === "string") return own;
  const given = typeof own === "object" && own !== null && "enforcementLevel" in own ? own.enforcementLevel : undefined;
  return typeof given === "string" ? given : level;
}

/** What two findings have in common if they are one: the policy, the subject, and the statement without names and numbers. */
export function identityOf({ policy, subject, verdict, what }: Found): string {
  return JSON.stringify([policy, subject, verdict, withoutNames(what).replace(/\d+/g, "#")]);
}
