import {
  type BeforeAndAfter,
  type ComparedCounts,
  differenceOf,
  isExactSet,
  type NetworkDifference,
  Renaming,
  type SetChange,
  type SubnetDifference,
  type VpcDifference,
} from "@lambda-vpc/model";
import type { Assessment } from "@lambda-vpc/policy-kit";
import { type CorrespondingKeys, correspondingKeys, type StackResource } from "@lambda-vpc/sources";
import type { FindingValue } from "../document/assessment-document";
import { valueOf } from "../document/count-value";
import { type Circumstances, describeAssessment } from "../document/describe-assessment";
import { mapTexts } from "../document/map-texts";
import { DIFFERENCE_VERSION, type DifferenceDocument } from "./difference-document";

/** One of two moments of a stack: its resources and their assessment. */
export interface AssessedMoment {
  readonly resources: readonly StackResource[];
  readonly assessment: Assessment;
}

/**
 * What differs between two moments of a stack, as plain data in canonical order. Both must be assessed with one pack and one configuration.
 * Law: a moment compared with itself has no change.
 */
export function describeDifference(before: AssessedMoment, after: AssessedMoment, circumstances: Circumstances): DifferenceDocument {
  const keys = correspondingKeys(before.resources, after.resources);
  const difference = networkDifference(before.assessment, after.assessment, keys);
  const { enisPerVpc } = after.assessment.analysis.assumptions;
  const document: DifferenceDocument = {
    format: "lambda-vpc-difference",
    version: DIFFERENCE_VERSION,
    tool: { name: "lambda-vpc", version: circumstances.version },
    stack: { before: before.assessment.stack ?? null, after: after.assessment.stack ?? null },
    combinations: combinationsOf(difference.combinations),
    functions: {
      added: [...difference.functions.added],
      removed: [...difference.functions.removed],
      moved: [...difference.functions.moved],
    },
    vpcs: difference.vpcs.map((vpc) => vpcValue(vpc, enisPerVpc)),
    subnets: difference.subnets.map(subnetValue),
    connectors: {
      before: valueOf(before.assessment.analysis.plan.connectors),
      after: valueOf(after.assessment.analysis.plan.connectors),
    },
    findings: null,
  };
  const { hide } = after.assessment;
  const hidden = mapTexts({ functions: document.functions, vpcs: document.vpcs, subnets: document.subnets }, (text) =>
    hide(before.assessment.hide(text)),
  );
  return { ...document, ...hidden, findings: findingsOf(before.assessment, after.assessment, circumstances) };
}

function networkDifference(before: Assessment, after: Assessment, keys: CorrespondingKeys): NetworkDifference {
  const partsOf = ({ analysis: { resolved, plan, budgets } }: Assessment) => ({ resolved, plan, budgets });
  return differenceOf(
    { ...partsOf(before), renaming: new Renaming(keys.before, keys.functionBefore) },
    { ...partsOf(after), renaming: new Renaming(keys.after, (key) => key) },
    keys.stays,
  );
}

function combinationsOf({ before, after, added, marginal, removed, changeover }: BeforeAndAfter & ComparedCounts) {
  return {
    before: valueOf(before),
    after: valueOf(after),
    added: valueOf(added),
    marginal: valueOf(marginal),
    removed: valueOf(removed),
    changeover: valueOf(changeover),
  };
}

function vpcValue({ vpc, combinations, quota, added, removed, oneMore }: VpcDifference, limit: number): DifferenceDocument["vpcs"][number] {
  return {
    vpc: vpc ?? null,
    combinations: combinationsOf(combinations),
    quota: { limit, before: valueOf(quota.before), after: valueOf(quota.after), changeover: valueOf(quota.changeover) },
    added: added.map(setValue),
    removed: removed.map((change) => ({
      ...setValue(change),
      lingering: { until: change.lingering.until, consumers: [...change.lingering.consumers] },
    })),
    oneMore: valueOf(oneMore),
  };
}

function setValue(change: SetChange) {
  const { securityGroups, subnets, possibleSubnets, combinations, consumers } = change;
  return {
    securityGroups: [...securityGroups.certain],
    exact: isExactSet(change),
    subnets: [...subnets],
    possibleSubnets: [...possibleSubnets],
    combinations: valueOf(combinations),
    consumers: [...consumers],
  };
}

function subnetValue({ subnet, vpc, combinations, used, usable, free }: SubnetDifference): DifferenceDocument["subnets"][number] {
  return {
    subnet,
    vpc: vpc ?? null,
    combinations: combinationsOf(combinations),
    addresses: {
      usable: usable.ok ? usable.value : null,
      before: valueOf(used.before),
      after: valueOf(used.after),
      changeover: valueOf(used.changeover),
      free: free.ok ? valueOf(free.value) : null,
    },
  };
}

function findingsOf(before: Assessment, after: Assessment, circumstances: Circumstances): DifferenceDocument["findings"] {
  if (after.policies.length + after.unchecked.length === 0) return null;
  const [old, present] = [describeAssessment(before, circumstances), describeAssessment(after, circumstances)];
  const added = notIn(old.findings, present.findings);
  return {
    policies: present.policies,
    added,
    removed: notIn(present.findings, old.findings),
    kept: present.findings.length - added.length,
    unchecked: present.unchecked,
  };
}

function notIn(others: readonly FindingValue[], findings: readonly FindingValue[]): FindingValue[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !known.has(fingerprint));
}
