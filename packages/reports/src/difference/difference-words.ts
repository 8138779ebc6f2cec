import { type Count, counted, formatCount, formatCounted, isManaged, type Key, listed } from "@lambda-vpc/model";
import { countOf, type CountValue } from "../document/count-value";
import { type NameOf, namesOf } from "../format/names";
import type { Table } from "../format/plan-table";
import { summaryOf } from "../format/text";
import type { DifferenceDocument, SubnetDifferenceValue, VpcDifferenceValue } from "./difference-document";
import { newFindings } from "./new-findings";

/** What a reader gets of a difference, for all formats that a person reads. */
export interface DifferenceWords {
  readonly title: string;
  /** The figures of the whole stack. */
  readonly headline: string;
  /** The numbers of findings. Absent if no pack is given. */
  readonly findings?: string;
  readonly vpcs: readonly VpcWords[];
  readonly notes: readonly string[];
}

export interface VpcWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly added: Table;
  readonly removed: Table;
  readonly subnets: Table;
}

/** Whether a difference has a change of combinations, certain or possible. */
export function hasChange({ combinations: { added, removed } }: Pick<DifferenceDocument, "combinations">): boolean {
  return added.max !== 0 || removed.max !== 0;
}

/** A difference in words and tables. */
export function differenceWords(document: DifferenceDocument): DifferenceWords {
  const { stack, vpcs, subnets, findings } = document;
  const changed = vpcs.filter(hasChange);
  const known = new Set(changed.map(({ vpc }) => vpc));
  return {
    title: stack.after ?? stack.before ?? "No stack",
    headline: headlineOf(document),
    ...(findings === null ? {} : { findings: findingsLine(document) }),
    vpcs: changed.map((vpc) =>
      vpcWords(
        vpc,
        subnets.filter((one) => hasChange(one) && (known.has(one.vpc) ? one.vpc : null) === vpc.vpc),
      ),
    ),
    notes: notesOf(document),
  };
}

function headlineOf(document: DifferenceDocument): string {
  const { before, after, added, marginal, removed, changeover } = document.combinations;
  if (!hasChange(document)) return `No combination is added or removed: ${formatCounted(countOf(after), "combination")}.`;
  const { functions } = document;
  const verbs = [
    [functions.added, "added"],
    [functions.moved, "changed"],
    [functions.removed, "removed"],
  ] as const;
  const who = verbs.filter(([some]) => some.length > 0).map(([some, verb]) => `${counted(some.length, "function")} ${verb}`);
  const isNew = text(marginal) === text(added) ? "" : `, ${text(marginal)} of them new in the account`;
  return [
    `${who.join(", ")}: ${text(added)} added${isNew}, ${text(removed)} removed.`,
    `${arrow(before, after)} combinations, ${text(changeover)} during the changeover.`,
  ].join(" ");
}

function findingsLine(document: DifferenceDocument): string {
  const { removed, kept } = document.findings ?? { removed: [], kept: 0 };
  return `New: ${summaryOf(newFindings(document))} Resolved: ${removed.length}. Unchanged: ${kept}.`;
}

function text(value: CountValue): string {
  return formatCount(countOf(value));
}

/** `16 → 4`, or `4` if nothing changes. */
function arrow(before: CountValue, after: CountValue): string {
  return text(before) === text(after) ? text(after) : `${text(before)} → ${text(after)}`;
}

function vpcWords(vpc: VpcDifferenceValue, subnets: readonly SubnetDifferenceValue[]): VpcWords {
  const changes = [...vpc.added, ...vpc.removed];
  const nameOf = namesOf([
    ...changes.flatMap((one) => [...one.securityGroups, ...one.subnets, ...one.possibleSubnets]),
    ...subnets.map(({ subnet }) => subnet),
  ]);
  const functionName = namesOf(changes.flatMap(({ consumers }) => consumers));
  const { combinations, quota, oneMore } = vpc;
  const least =
    countOf(combinations.after).max === 0
      ? ""
      : `One more function costs ${formatCounted(countOf(oneMore), "combination")} with its own set, and none with the set and the subnets of another.`;
  return {
    title: vpc.vpc === null ? "VPC unknown" : `VPC ${namesOf([vpc.vpc])(vpc.vpc)}`,
    lines: [
      `${arrow(combinations.before, combinations.after)} combinations: ${text(combinations.added)} added, ${text(combinations.removed)} removed.`,
      `Changeover: ${formatCounted(countOf(combinations.changeover), "combination")} at the same time.`,
      `Quota: ${arrow(quota.before, quota.after)} of ${counted(quota.limit, "ENI")}, ${text(quota.changeover)} during the changeover${excess(countOf(quota.changeover), quota.limit)}.`,
      ...(least === "" ? [] : [least]),
    ],
    added: {
      head: ["Added set", "Functions", "Subnets", "Combinations"],
      rows: vpc.added.map((change) => setCells(change, nameOf, functionName)),
    },
    removed: {
      head: ["Removed set", "Functions", "Subnets", "Combinations", "Held"],
      rows: vpc.removed.map((change) => [...setCells(change, nameOf, functionName), heldText(change.lingering, functionName)]),
    },
    subnets: {
      head: ["Subnet", "Combinations", "At changeover", "Addresses", "At changeover", "Usable", "Left"],
      rows: subnets.map((subnet) => subnetCells(subnet, nameOf)),
    },
  };
}

/** Three-valued: over the quota, perhaps over it, or nothing. */
function excess({ min, max }: Count, limit: number): string {
  return max <= limit ? "" : min > limit ? ", which is over the quota" : ", which may be over the quota";
}

function setCells(
  { securityGroups, exact, consumers, subnets, possibleSubnets, combinations }: VpcDifferenceValue["added"][number],
  nameOf: NameOf,
  functionName: NameOf,
): readonly string[] {
  const perhaps = possibleSubnets.map((subnet) => `${nameOf(subnet)}?`);
  return [
    [...securityGroups.map(nameOf), ...(exact ? [] : ["unknown"])].join(" + "),
    `${consumers.length}: ${listed(consumers, functionName)}`,
    listed([...subnets.map(nameOf), ...perhaps], (name) => name, 6) || "unknown",
    text(combinations),
  ];
}

/** How long removed combinations stay held (docs/aws-facts.md#eni-deletion; the longest time is what users report). */
function heldText({ until, consumers }: VpcDifferenceValue["removed"][number]["lingering"], nameOf: NameOf): string {
  const names = listed(consumers, nameOf);
  if (until === "versions") return `until the published versions of ${names} are deleted`;
  if (until === "perhaps-versions") return `20 to 45 minutes, or until published versions of ${names} are deleted`;
  if (until === "functions") return `until ${names} is deleted: skipDestroy leaves it in the account`;
  return "20 to 45 minutes more";
}

function subnetCells({ subnet, combinations, addresses }: SubnetDifferenceValue, nameOf: NameOf): readonly string[] {
  const { before, after, changeover, usable, free } = addresses;
  return [
    nameOf(subnet),
    arrow(combinations.before, combinations.after),
    text(combinations.changeover),
    arrow(before, after),
    text(changeover),
    usable === null ? "unknown" : String(usable),
    free === null ? "unknown" : text(free),
  ];
}

function notesOf({ stack, combinations, connectors, vpcs, subnets }: DifferenceDocument): readonly string[] {
  const isEstimated = [combinations.before, combinations.after].some(({ basis }) => basis !== "known");
  const replaced = new Set(
    vpcs.flatMap((vpc) => vpc.removed).flatMap(({ securityGroups }) => securityGroups.filter((key) => !isManaged(key))),
  );
  const full = subnets.filter(({ addresses: { free } }) => free !== null && countOf(free).max < 0).map(({ subnet }) => subnet);
  return [
    ...(full.length === 0
      ? []
      : [`Too few addresses during the changeover: ${names(full)}. Move one set after the other, or enlarge the subnet.`]),
    ...(stack.before === null || stack.after === null || stack.before === stack.after
      ? []
      : [
          `${stack.before} is compared with ${stack.after}. Resources of two stacks are never the same, so their differences are not those of an update.`,
        ]),
    ...(isEstimated ? ["Estimated from dependencies: some ids are unknown (docs/eni-model.md, assumption S)."] : []),
    ...(replaced.size === 0 ? [] : ["A security group that the stack replaces, or does not manage, is listed by its AWS id."]),
    ...(countOf(connectors.after).max + countOf(connectors.before).max === 0 ? [] : ["Network connectors are not compared."]),
  ];
}

function names(keys: readonly Key[]): string {
  return listed(keys, namesOf(keys));
}
