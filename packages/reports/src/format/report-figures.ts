import { compareKeys, counted, type Key, listed } from "@lambda-vpc/model";
import type { CountValue } from "../document/count-value";
import type { PlanValue, SetValue, SubnetValue, VpcValue } from "../document/plan-value";
import { boundsText } from "../report-page/bounds-text";
import type { AddressFigures, Bounds, Figures, SetFigures, SubnetFigures, VpcFigures } from "../report-page/report-data";
import { sumOf } from "../report-page/bounds-text";
import { NameIndex } from "./name-index";
import { namesOf } from "./names";

/** The lists that the figures of a report refer to. */
export class ReportNames {
  readonly functions = new NameIndex();
  readonly groups = new NameIndex();
  readonly subnets = new NameIndex();

  /** @param isListed whether a function is among those that the report lists. */
  constructor(readonly isListed: (consumer: Key) => boolean) {}
}

/** A VPC of the report and its sets: those of the plan, and last the functions whose VPC is unknown. */
export interface ReportVpc {
  readonly name: string;
  readonly value: Pick<VpcValue, "combinations" | "sets" | "quota" | "savedBySharing" | "avoidable" | "causes" | "merges"> | undefined;
  readonly sets: readonly SetValue[];
}

/** One side of the switch. */
export type PlanSide = Pick<PlanValue, "combinations" | "marginal" | "vpcs" | "subnets">;

/** The VPCs of one side. Functions whose VPC is unknown are in the VPC that is unknown, if there is one without functions, otherwise apart. */
export function reportVpcs({ vpcs }: PlanSide, unplaced: readonly SetValue[]): readonly ReportVpc[] {
  const known = vpcs.flatMap(({ vpc }) => (vpc === null ? [] : [vpc]));
  const nameOf = namesOf(known);
  const anonymous = vpcs.filter(({ vpc }) => vpc === null).length;
  let number = 0;
  const named = vpcs.map((value) => ({
    name: value.vpc !== null ? nameOf(value.vpc) : anonymous === 1 ? "unknown VPC" : `unknown VPC ${++number}`,
    value,
    sets: value.securityGroupSets,
  }));
  if (unplaced.length === 0) return named;
  const only = vpcs.length === 1 && vpcs[0]?.vpc === null && vpcs[0].securityGroupSets.length === 0;
  return only ? named.map((one) => ({ ...one, sets: unplaced })) : [...named, { name: "VPC not known", value: undefined, sets: unplaced }];
}

/** The figures of one side, whose names are added to `names`. */
export function reportFigures(side: PlanSide, vpcs: readonly ReportVpc[], names: ReportNames): Figures {
  return {
    combinations: boundsOf(side.combinations),
    marginal: boundsOf(side.marginal),
    vpcs: vpcs.map(vpcFigures),
    sets: vpcs.flatMap(({ sets, value }, vpc) => sets.flatMap((set) => setFigures(set, vpc, value?.merges ?? [], names))),
    subnets: subnetFigures(side.subnets, names),
  };
}

export function boundsOf({ min, likely, max }: CountValue): Bounds {
  return [min, likely, max];
}

const NONE: Bounds = [0, 0, 0];

function vpcFigures({ value, sets }: ReportVpc): VpcFigures {
  const functions = sets.reduce((sum, { consumers }) => sum + consumers.length, 0);
  if (value === undefined) {
    // Which VPC they are in is unknown, so they count in the quota of none for certain.
    const combinations = sets.map((set) => boundsOf(set.combinations)).reduce(sumOf, NONE);
    const perhaps: Bounds = [0, combinations[1], combinations[2]];
    return {
      functions,
      ...{ sets: [Math.min(1, sets.length), sets.length, sets.length], combinations: perhaps, used: perhaps, limit: null },
      ...{ savedByMerging: NONE, savedBySharing: [0, 0, null], causes: [] },
    };
  }
  return {
    functions,
    sets: boundsOf(value.sets),
    combinations: boundsOf(value.combinations),
    used: boundsOf(value.quota.used),
    limit: value.quota.limit,
    savedByMerging: boundsOf(value.avoidable),
    savedBySharing: boundsOf(value.savedBySharing),
    causes: value.causes.map(
      ({ why, fix, consumers }) =>
        `not exact for ${counted(consumers.length, "function")} (${listed(consumers, namesOf(consumers))}): ${why}. ${fix}`,
    ),
  };
}

function setFigures(set: SetValue, vpc: number, merges: VpcValue["merges"], names: ReportNames): readonly SetFigures[] {
  const attachments = set.attachments.flatMap((one) => {
    const consumers = one.consumers.filter(names.isListed);
    return consumers.length === 0 ? [] : [{ ...one, consumers }];
  });
  if (attachments.length === 0) return [];
  const merge = set.exact ? merges.find(({ replace }) => replace.some((replaced) => isSame(replaced, set.securityGroups))) : undefined;
  return [
    {
      vpc,
      groups: set.securityGroups.map(names.groups.of),
      exact: set.exact,
      combinations: boundsOf(set.combinations),
      uses: attachments.map(({ consumers, subnets, possibleSubnets, exact }) => ({
        functions: consumers.map(names.functions.of),
        subnets: subnets.map(names.subnets.of),
        possible: possibleSubnets.map(names.subnets.of),
        exact,
      })),
      into: merge === undefined ? null : merge.keep.map(names.groups.of),
    },
  ];
}

/** Both are in canonical order. */
function isSame(left: readonly Key[], right: readonly Key[]): boolean {
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

/** By the place of each subnet. Those of a plan that no listed function uses are added. */
function subnetFigures(subnets: readonly SubnetValue[], names: ReportNames): readonly SubnetFigures[] {
  const values = new Map(subnets.map((one) => [one.subnet, one]));
  for (const key of [...values.keys()].sort(compareKeys)) names.subnets.of(key);
  return names.subnets.keys.map((key) => {
    const value = values.get(key);
    return value === undefined
      ? { combinations: NONE, addresses: null }
      : { combinations: boundsOf(value.combinations), addresses: value.addresses === null ? null : addressFigures(value.addresses) };
  });
}

function addressFigures({ usable, used, peak, free, needs, held, complete }: NonNullable<SubnetValue["addresses"]>): AddressFigures {
  const later = ["changeover", "scaling", "growth"];
  const need = (kind: string): Bounds =>
    needs
      .filter((one) => one.kind === kind)
      .map(({ count }) => boundsOf(count))
      .reduce(sumOf, NONE);
  return {
    ...{ usable, held, complete },
    ...{ used: boundsOf(used), changeover: need("changeover"), scaling: need("scaling"), growth: need("growth") },
    peak: boundsOf(peak),
    free: free === null ? null : boundsOf(free),
    needs: needs
      .filter(({ kind }) => !later.includes(kind))
      .map(({ kind, count }) => `${boundsText(boundsOf(count))} for ${kindText(kind)}`),
  };
}

/** `combinations`, `nat gateway`. */
function kindText(kind: string): string {
  return kind.replaceAll("-", " ");
}
