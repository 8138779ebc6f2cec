import { eniBudget, shareSecurityGroups } from "@lambda-vpc/eni-consolidation";
import { Analysis } from "@lambda-vpc/policy-kit";
import { eniQuotaHeadroom } from "@lambda-vpc/subnet-sizing";
import { approvalRules } from "./approval-rules";
import { inventoryRules } from "./inventory-rules";
import type { Evidence } from "../laboratory/evidence";
import type { Rule } from "./rule";
import { analysisOf, type NetworkReader } from "../laboratory/plan-figures";
import type { Recording } from "../laboratory/recording";
import { mostInOneVpc, mostSetsInOneVpc, type Truth } from "../laboratory/truth";

/** What is wrong with the verdict about a rule. */
export interface WrongVerdict {
  readonly kind: "silent" | "untrue";
  readonly message: string;
}

/**
 * Policies asked each alone with limits just below the truth; where the program is drawn so, also just at the truth, and with approved configurations, an inventory and
 * the quota. A rule that the deployment breaks must not be silent, and one that it keeps must report no violation.
 */
export function wrongVerdicts(evidence: Evidence, { resources }: Recording, truth: Truth, read: NetworkReader): readonly WrongVerdict[] {
  const analysis = analysisOf(resources, read);
  const broken = countRules(truth).filter((rule) => rule.broken);
  if (!evidence.configured) return broken.flatMap((rule) => wrongVerdict(rule, analysis));
  const inventory = inventoryRules(evidence, truth);
  return [
    ...[...countRules(truth), ...approvalRules(truth)].flatMap((rule) => wrongVerdict(rule, analysis)),
    ...quotaRules(truth).flatMap(({ rule, enisPerVpc }) =>
      wrongVerdict(rule, new Analysis(analysis.network, { ...analysis.assumptions, enisPerVpc })),
    ),
    ...(inventory === undefined ? [] : withInventory(inventory)),
  ];

  function withInventory({ seen, rules }: NonNullable<ReturnType<typeof inventoryRules>>): readonly WrongVerdict[] {
    const withHeld = new Analysis(read(resources, seen));
    return rules.flatMap((rule) => wrongVerdict(rule, withHeld));
  }
}

function wrongVerdict({ policy, configuration, broken }: Rule, analysis: Analysis): readonly WrongVerdict[] {
  const evaluation = policy.evaluate(analysis, configuration);
  const verdicts = evaluation.ok ? evaluation.value.findings.map(({ verdict }) => verdict) : [];
  const what = `${policy.id} with ${JSON.stringify(configuration)}`;
  if (!evaluation.ok) return [{ kind: "silent", message: `${what} refuses its configuration` }];
  if (broken && verdicts.every((verdict) => verdict === "warning")) return [{ kind: "silent", message: `${what} says nothing` }];
  return !broken && verdicts.includes("violation") ? [{ kind: "untrue", message: `${what} reports a violation` }] : [];
}

/** Limits at the truth, and just below it. */
function countRules({ held }: Truth): readonly Rule[] {
  const figures = [
    { policy: eniBudget, key: "maxPerStack", actual: held.length, least: 0 },
    { policy: eniBudget, key: "maxPerVpc", actual: mostInOneVpc(held), least: 0 },
    { policy: shareSecurityGroups, key: "maxSetsPerVpc", actual: mostSetsInOneVpc(held), least: 1 },
  ];
  return figures.flatMap(({ policy, key, actual, least }) => [
    ...(actual >= least ? [{ policy, configuration: { [key]: actual }, broken: false }] : []),
    ...(actual > least ? [{ policy, configuration: { [key]: actual - 1 }, broken: true }] : []),
  ]);
}

/** The quota of a VPC as an assumption: what the fullest VPC holds, and one less. */
function quotaRules({ held }: Truth): readonly { readonly rule: Rule; readonly enisPerVpc: number }[] {
  const most = mostInOneVpc(held);
  const rule = (broken: boolean): Rule => ({ policy: eniQuotaHeadroom, configuration: { headroom: 0 }, broken });
  return [
    ...(most > 0 ? [{ rule: rule(false), enisPerVpc: most }] : []),
    ...(most > 1 ? [{ rule: rule(true), enisPerVpc: most - 1 }] : []),
  ];
}
