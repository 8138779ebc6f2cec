import { eniBudget, shareSecurityGroups } from "@lambda-vpc/eni-consolidation";
import type { Policy } from "@lambda-vpc/policy-kit";
import type { Evidence } from "../laboratory/evidence";
import { mostInOneVpc, mostSetsInOneVpc, type Truth } from "../laboratory/truth";

/**
 * Rules that the deployment broke and of which the preview printed nothing before it, neither a violation nor an undecided finding, under the limits
 * that it ran with.
 */
export function silences({ limits, trial }: Evidence, { held }: Truth): readonly string[] {
  const rules = [
    { policy: eniBudget, key: "maxPerStack", actual: held.length },
    { policy: eniBudget, key: "maxPerVpc", actual: mostInOneVpc(held) },
    { policy: shareSecurityGroups, key: "maxSetsPerVpc", actual: mostSetsInOneVpc(held) },
  ] as const;
  return rules
    .filter(({ policy, key, actual }) => actual > limits[key] && !isPrinted(policy, trial.preview.stdout))
    .map(({ policy, key, actual }) => `the preview printed nothing of ${policy.id}, with ${key} at ${limits[key]} and ${actual} there`);
}

function isPrinted({ id }: Policy, output: string): boolean {
  return output.split("\n").some((line) => /\[(mandatory|advisory)\]/.test(line) && line.includes(` ${id} `));
}
