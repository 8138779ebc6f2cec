import { type Key, printable } from "@lambda-vpc/model";
import type { AssessmentDocument, FindingValue } from "../document/assessment-document";
import type { Checked, FindingData, ReportData } from "../report-page/report-data";
import { namesOf } from "./names";
import { planText } from "./plan-table";
import { type PlanSide, type ReportVpc, reportFigures, ReportNames, reportVpcs } from "./report-figures";
import { type FormatOptions, summaryOf } from "./text";

/** The most functions and findings that the report lists. A file with more is slow to open. */
export const MOST_FUNCTIONS = 10_000;
export const MOST_FINDINGS = 2_000;

/**
 * What the report contains of a document: what it lists, and the figures of all of it. Laws: its figures are those of the document, whatever it
 * lists; each function of the document is listed once, or is counted as left out.
 */
export function reportDataOf(document: AssessmentDocument, { parts = "all", rows = MOST_FUNCTIONS }: FormatOptions = {}): ReportData {
  const { plan, tool, stack } = document;
  const sides: readonly PlanSide[] = [plan, ...(plan.merged === null ? [] : [plan.merged])];
  const [vpcs = [], vpcsAfter] = sides.map((side) => reportVpcs(side, plan.unplacedSets));
  const all = vpcs.flatMap(({ sets }) => sets.flatMap(({ consumers }) => consumers));
  const listed = all.length <= rows ? undefined : new Set(all.slice(0, rows));
  const names = new ReportNames((consumer) => listed?.has(consumer) !== false);
  for (const key of listed ?? all) names.functions.of(key);
  // The subnets are in the order of the document.
  for (const { subnet } of plan.subnets) names.subnets.of(subnet);
  const before = reportFigures(plan, vpcs, names);
  const after = plan.merged === null || vpcsAfter === undefined ? null : reportFigures(plan.merged, vpcsAfter, names);
  const { notes } = planText(document);
  const checked = parts === "plan" ? null : checkedOf(document, vpcs, names);
  return {
    stack: printable(stack ?? "No stack"),
    version: tool.version,
    functions: names.functions.names,
    groups: names.groups.names,
    subnets: subnetNames(document, vpcs, names),
    vpcs: vpcs.map(({ name }) => name),
    before,
    after,
    notes: [...leftOut(document, all.length, rows, checked), ...notes],
    checked,
    total: { functions: plan.functions, listed: Math.min(all.length, rows) },
  };
}

function subnetNames({ plan }: AssessmentDocument, vpcs: readonly ReportVpc[], { subnets }: ReportNames): ReportData["subnets"] {
  const ranges = new Map(plan.subnets.map(({ subnet, addresses }) => [subnet, addresses?.cidrBlock ?? null]));
  const vpcOf = new Map(
    vpcs.flatMap(({ sets }, vpc) => sets.flatMap((set) => set.subnets.map((subnet) => [subnet, vpc] as const))).reverse(),
  );
  const byKey = new Map(plan.vpcs.flatMap(({ vpc }, index) => (vpc === null ? [] : [[vpc, index] as const])));
  const own = new Map(plan.subnets.map(({ subnet, vpc }) => [subnet, vpc === null ? undefined : byKey.get(vpc)]));
  const { names } = subnets;
  return subnets.keys.map((key, index) => {
    const range = ranges.get(key) ?? null;
    return { name: names[index] ?? "", range: range === null ? null : printable(range), vpc: own.get(key) ?? vpcOf.get(key) ?? null };
  });
}

function checkedOf(document: AssessmentDocument, vpcs: readonly ReportVpc[], names: ReportNames): Checked {
  const { findings, summary, unchecked } = document;
  const vpcByKey = new Map<Key, number>();
  for (const [vpc, { sets }] of vpcs.entries())
    for (const { securityGroups, consumers, subnets } of sets)
      for (const key of [...securityGroups, ...consumers, ...subnets]) vpcByKey.set(key, vpc);
  for (const [index, { vpc }] of document.plan.vpcs.entries()) if (vpc !== null) vpcByKey.set(vpc, index);
  return {
    summary: summaryOf(document),
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => findingData(finding, vpcByKey, names)),
    total: findings.length,
    mandatory: summary.mandatory,
    undecided: summary.undecided,
    unchecked: unchecked.map(({ policy, message }) => ({ policy: printable(policy), message: printable(message) })),
  };
}

function findingData(finding: FindingValue, vpcByKey: ReadonlyMap<Key, number>, names: ReportNames): FindingData {
  const { policy, severity, level, verdict, subject, about, what, why, fix, position } = finding;
  const keys = [...new Set([subject, ...about])];
  const found = <T>(of: (key: Key) => T | undefined): readonly T[] => [...new Set(keys.flatMap((key) => of(key) ?? []))];
  return {
    ...{ policy: printable(policy), severity, level, verdict },
    subject: namesOf([subject])(subject),
    what: printable(what),
    why: why.map(printable),
    fix: fix.map(printable),
    position: position === null ? null : printable(`${position.file}:${position.line}`),
    functions: found((key) => names.functions.find(key)),
    groups: found((key) => names.groups.find(key)),
    vpcs: found((key) => vpcByKey.get(key)),
  };
}

/** What the report does not list, and what has all of it. */
function leftOut({ findings }: AssessmentDocument, functions: number, rows: number, checked: Checked | null): readonly string[] {
  const all = "The format json has all of them, in one document.";
  return [
    ...(functions <= rows ? [] : [`Only ${rows} of ${functions} functions are listed. The figures cover all of them. ${all}`]),
    ...(checked === null || findings.length <= MOST_FINDINGS
      ? []
      : [`Only ${MOST_FINDINGS} of ${findings.length} findings are listed. ${all}`]),
  ];
}
