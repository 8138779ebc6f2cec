import { counted, formatCount, formatCounted, type Key, listed } from "@lambda-vpc/model";
import type { AssessmentDocument } from "../document/assessment-document";
import { countOf, type CountValue } from "../document/count-value";
import type { PlanValue, SetValue, SubnetValue, VpcValue } from "../document/plan-value";
import { type NameOf, namesOf } from "./names";

/** A table with its heading: cells of one printable line each. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a reader gets of a plan, for all formats that a person reads. */
export interface PlanText {
  /** The figures of the whole stack. */
  readonly headline: string;
  readonly vpcs: readonly VpcText[];
  /** What the figures leave out or rest on. */
  readonly notes: readonly string[];
}

export interface VpcText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sets: Table;
  readonly subnets: Table;
}

/** The plan of a document in words and tables. */
export function planText({ plan, assumptions }: Pick<AssessmentDocument, "plan" | "assumptions">): PlanText {
  const known = new Set(plan.vpcs.map(({ vpc }) => vpc));
  return {
    headline: headlineOf(plan),
    vpcs: plan.vpcs.map((vpc) =>
      vpcText(
        vpc,
        plan.subnets.filter((one) => placeOf(one, known) === vpc.vpc),
      ),
    ),
    notes: notesOf(plan, assumptions),
  };
}

/** Subnets whose VPC is unknown stand with the first VPC that is unknown, or with none. */
function placeOf({ vpc }: SubnetValue, known: ReadonlySet<Key | null>): Key | null | undefined {
  return known.has(vpc) ? vpc : known.has(null) ? null : undefined;
}

function headlineOf({ combinations, marginal, functions }: PlanValue): string {
  if (functions === 0) return "No function in a VPC: 0 combinations.";
  const isNew =
    formatCount(countOf(marginal)) === formatCount(countOf(combinations)) ? "" : `, ${formatCount(countOf(marginal))} of them new`;
  return `${counted(functions, "function")} in VPCs: ${formatCounted(countOf(combinations), "combination")}${isNew}.`;
}

function vpcText(vpc: VpcValue, subnets: readonly SubnetValue[]): VpcText {
  const nameOf = namesOf([
    ...vpc.securityGroupSets.flatMap(({ securityGroups, subnets: own, possibleSubnets }) => [
      ...securityGroups,
      ...own,
      ...possibleSubnets,
    ]),
    ...subnets.map(({ subnet }) => subnet),
  ]);
  const functionName = namesOf(vpc.securityGroupSets.flatMap(({ consumers }) => consumers));
  const number = vpc.securityGroupSets.reduce((total, { consumers }) => total + consumers.length, 0);
  const { limit, used } = vpc.quota;
  return {
    title: vpc.vpc === null ? "VPC unknown" : `VPC ${namesOf([vpc.vpc])(vpc.vpc)}`,
    lines: [
      `${formatCounted(countOf(vpc.combinations), "combination")} of ${formatCounted(countOf(vpc.sets), "security-group set")} for ${counted(number, "function")}.`,
      ...(vpc.held.max === 0 ? [] : [`${formatCount(countOf(vpc.held))} held already, ${formatCount(countOf(vpc.marginal))} new.`]),
      `Quota: ${formatCount(countOf(used))} of ${counted(limit, "ENI")}.`,
      ...savingsOf(vpc, nameOf),
      ...vpc.causes.map(
        ({ why, fix, consumers }) =>
          `Not exact for ${counted(consumers.length, "function")} (${listed(consumers, functionName)}): ${why}. ${fix}`,
      ),
    ],
    sets: {
      head: ["Security-group set", "Functions", "Subnets", "Combinations"],
      rows: vpc.securityGroupSets.map((set) => setRow(set, nameOf, functionName)),
    },
    subnets: {
      head: ["Subnet", "Combinations", "Range", "Usable", "Used", "Peak", "Free"],
      rows: subnets.map((subnet) => subnetRow(subnet, nameOf)),
    },
  };
}

function savingsOf({ savedBySharing, avoidable, merges }: VpcValue, nameOf: NameOf): readonly string[] {
  const groups = (set: readonly Key[]): string => `[${listed(set, nameOf)}]`;
  return [
    ...(savedBySharing.max === 0 ? [] : [`One set for all functions saves ${formatCount(countOf(savedBySharing))}. It may widen access.`]),
    ...(avoidable.max === 0 ? [] : [`Merging sets saves ${formatCount(countOf(avoidable))} without widening access:`]),
    ...merges.map(
      ({ keep, replace, saved }) => `  keep ${groups(keep)}, replace ${listed(replace, groups)}: −${formatCount(countOf(saved))}`,
    ),
  ];
}

function setRow(
  { securityGroups, exact, consumers, subnets, possibleSubnets, combinations }: SetValue,
  nameOf: NameOf,
  functionName: NameOf,
): readonly string[] {
  const open = exact ? [] : ["unknown"];
  const perhaps = possibleSubnets.map((subnet) => `${nameOf(subnet)}?`);
  return [
    [...securityGroups.map(nameOf), ...open].join(" + "),
    `${consumers.length}: ${listed(consumers, functionName)}`,
    listed([...subnets.map(nameOf), ...perhaps], (name) => name, 6) || "unknown",
    formatCount(countOf(combinations)),
  ];
}

function subnetRow({ subnet, combinations, addresses }: SubnetValue, nameOf: NameOf): readonly string[] {
  const count = (value: CountValue | null): string => (value === null ? "unknown" : formatCount(countOf(value)));
  const [range, usable, used, peak, free] =
    addresses === null
      ? ["unknown", "unknown", "unknown", "unknown", "unknown"]
      : [
          addresses.cidrBlock ?? "unknown",
          String(addresses.usable ?? "unknown"),
          count(addresses.used),
          count(addresses.peak),
          count(addresses.free),
        ];
  return [nameOf(subnet), count(combinations), range, usable, used, peak, free];
}

function notesOf(plan: PlanValue, { changeover, growth }: AssessmentDocument["assumptions"]): readonly string[] {
  const { unplaced, publishing, connectors, combinations, subnets } = plan;
  const placed = new Set(plan.vpcs.map(({ vpc }) => vpc));
  const elsewhere = subnets.filter((one) => placeOf(one, placed) === undefined).map(({ subnet }) => subnet);
  return [
    ...(combinations.basis === "known" ? [] : ["Estimated from dependencies: some ids are unknown (docs/eni-model.md, assumption S)."]),
    ...(unplaced.length === 0 ? [] : [`VPC unknown: ${listed(unplaced, namesOf(unplaced))}. They count in the most of every VPC.`]),
    ...(elsewhere.length === 0 ? [] : [`Subnets in an unknown VPC: ${listed(elsewhere, namesOf(elsewhere))}.`]),
    ...(connectors.max === 0 ? [] : [`Network connectors hold ${formatCounted(countOf(connectors), "combination")} in addition.`]),
    ...(publishing.length === 0
      ? []
      : [
          `Old versions of ${counted(publishing.length, "function")} (${listed(publishing, namesOf(publishing))}) may hold combinations in addition.`,
        ]),
    ...(changeover + growth === 0 ? [] : [`Peaks contain a changeover of ${percent(changeover)} and growth of ${percent(growth)}.`]),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
