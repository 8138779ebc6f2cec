import { eniBudget, shareSecurityGroups } from "@lambda-vpc/eni-consolidation";
import type { Policy } from "@lambda-vpc/policy-kit";
import type { Evidence } from "../laboratory/evidence";
import { analysisOf, type NetworkReader } from "../laboratory/plan-figures";
import type { Recording } from "../laboratory/recording";
import { differentSets, type Truth } from "../laboratory/truth";

/** A rule with the limit that it is held to, and what the deployment came to. */
interface Rule {
  readonly policy: Policy;
  readonly key: "maxPerStack" | "maxPerVpc" | "maxSetsPerVpc";
  readonly actual: number;
}

/**
 * Rules that the deployment broke and that reported nothing before it, neither a violation nor an undecided finding: in what the
 * preview printed, under its own limits; and asked again each alone, with a limit just below the truth.
 */
export function silences({ limits, trial }: Evidence, { resources }: Recording, truth: Truth, read: NetworkReader): readonly string[] {
  const analysis = analysisOf(resources, read);
  const rules = rulesAbout(truth);
  const unprinted = rules
    .filter(({ policy, key, actual }) => actual > limits[key] && !isPrinted(policy, trial.preview.stdout))
    .map(({ policy, key, actual }) => `the preview printed nothing of ${policy.id}, with ${key} at ${limits[key]} and ${actual} there`);
  const unsaid = rules
    .filter(({ policy, key, actual }) => actual > (key === "maxSetsPerVpc" ? 1 : 0) && !speaks(policy, key, actual - 1))
    .map(({ policy, key, actual }) => `${policy.id} says nothing, with ${key} at ${actual - 1} and ${actual} there`);
  return [...unprinted, ...unsaid];

  function speaks({ evaluate }: Policy, key: Rule["key"], limit: number): boolean {
    const evaluation = evaluate(analysis, { [key]: limit });
    return evaluation.ok && evaluation.value.findings.some(({ verdict }) => verdict !== "warning");
  }
}

function rulesAbout({ held }: Truth): readonly Rule[] {
  const vpcs = [...Map.groupBy(held, ({ vpc }) => vpc).values()];
  return [
    { policy: eniBudget, key: "maxPerStack", actual: held.length },
    { policy: eniBudget, key: "maxPerVpc", actual: Math.max(0, ...vpcs.map((here) => here.length)) },
    { policy: shareSecurityGroups, key: "maxSetsPerVpc", actual: Math.max(0, ...vpcs.map(differentSets)) },
  ];
}

function isPrinted({ id }: Policy, output: string): boolean {
  return output.split("\n").some((line) => /\[(mandatory|advisory)\]/.test(line) && line.includes(` ${id} `));
}
