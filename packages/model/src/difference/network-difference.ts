import { combinationsBySubnet } from "../combinations/held-in-vpc";
import { onlyIn } from "../combinations/eni-plan";
import { type ResolvedAttachment, withoutRepetitions } from "../combinations/resolved-attachment";
import { between, type Count, exactly, plus } from "../count/count";
import { mapReadings, sameReadings } from "../count/readings";
import { type Key, keySet } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import { attachmentText } from "./changed-attachments";
import { compareCounts, type ComparedCounts, type Members, union } from "./compared-counts";
import { type Lingering, LingeringCombinations } from "./lingering";
import { type ComparedNetwork, Moments, type Placed } from "./moments";
import { type SetChange, setChanges } from "./set-changes";

/** What an update changes in the combinations and addresses of a network. */
export interface NetworkDifference {
  readonly combinations: BeforeAndAfter & ComparedCounts;
  readonly functions: FunctionChanges;
  readonly vpcs: readonly VpcDifference[];
  readonly subnets: readonly SubnetDifference[];
}

export interface BeforeAndAfter {
  readonly before: Count;
  readonly after: Count;
}

/** Functions in VPCs by what happens to their combinations. */
export interface FunctionChanges {
  readonly added: readonly Key[];
  readonly removed: readonly Key[];
  /** They request other subnets or security groups than before. */
  readonly moved: readonly Key[];
}

export interface VpcDifference {
  /** Absent for functions whose VPC is unknown. */
  readonly vpc?: Key;
  readonly combinations: BeforeAndAfter & ComparedCounts;
  /** ENIs that count against the quota of the VPC, those of the inventory included. */
  readonly quota: BeforeAndAfter & { readonly changeover: Count };
  readonly added: readonly SetChange[];
  readonly removed: readonly RemovedSet[];
  /** What one more function costs if it has its own set in the subnets of another. With a set of another function, it costs nothing. */
  readonly oneMore: Count;
}

export type RemovedSet = SetChange & { readonly lingering: Lingering };

export interface SubnetDifference {
  readonly subnet: Key;
  readonly vpc?: Key;
  readonly combinations: BeforeAndAfter & ComparedCounts;
  /** Addresses in use, other resources included. */
  readonly used: BeforeAndAfter & { readonly changeover: Count };
  readonly usable: Knowable<number>;
  /** Usable addresses that the changeover leaves. Negative if it does not fit. */
  readonly free: Knowable<Count>;
}

/**
 * Compares two moments of a network: before an update and after it. `stays` is false for a function that the update deletes or replaces.
 * Laws: a moment compared with itself has no change; order never matters.
 */
export function differenceOf(before: ComparedNetwork, after: ComparedNetwork, stays: (consumer: Key) => boolean): NetworkDifference {
  const moments = new Moments(before, after);
  const both: Both = {
    ...{ moments, before, after },
    added: setChanges(moments.after.attachments, moments.before.attachments),
    removed: setChanges(moments.before.attachments, moments.after.attachments),
    lingering: new LingeringCombinations(before.resolved.network, stays),
  };
  return {
    combinations: {
      ...compared(moments, sameReadings(moments.before.attachments), sameReadings(moments.after.attachments)),
      before: before.plan.combinations,
      after: after.plan.combinations,
    },
    functions: functionChanges(moments.before.attachments, moments.after.attachments),
    vpcs: moments.vpcs.map((vpc) => vpcDifference(vpc, both)),
    subnets: subnetDifferences(moments, before, after),
  };
}

function compared(moments: Moments, before: Members, after: Members): BeforeAndAfter & ComparedCounts {
  const count = (members: Members): Count => moments.counter.all(mapReadings(members, withoutRepetitions));
  return {
    before: count(before),
    after: count(after),
    ...compareCounts(moments.counter, before, after, moments.haveAliases),
  };
}

function functionChanges(before: readonly ResolvedAttachment[], after: readonly ResolvedAttachment[]): FunctionChanges {
  const textsOf = (attachments: readonly ResolvedAttachment[]) => new Map(attachments.map((one) => [one.consumer, attachmentText(one)]));
  const [textsBefore, textsAfter] = [textsOf(before), textsOf(after)];
  return {
    added: keySet([...textsAfter.keys()].filter((one) => !textsBefore.has(one))),
    removed: keySet([...textsBefore.keys()].filter((one) => !textsAfter.has(one))),
    moved: keySet([...textsAfter].flatMap(([one, text]) => (textsBefore.has(one) && textsBefore.get(one) !== text ? [one] : []))),
  };
}

interface Both {
  readonly moments: Moments;
  readonly before: ComparedNetwork;
  readonly after: ComparedNetwork;
  readonly added: readonly SetChange[];
  readonly removed: readonly SetChange[];
  readonly lingering: LingeringCombinations;
}

function vpcDifference(vpc: Key | undefined, { moments, before, after, added, removed, lingering }: Both): VpcDifference {
  const [here, there] = [moments.before.in(vpc), moments.after.in(vpc)];
  const held = heldIn(vpc, after) ?? heldIn(vpc, before) ?? exactly(0);
  const used = (members: Members): Count => plus(held, moments.counter.marginal(mapReadings(members, withoutRepetitions)));
  return {
    ...(vpc === undefined ? {} : { vpc }),
    combinations: compared(moments, here, there),
    quota: { before: used(here), after: used(there), changeover: used(union(here, there)) },
    added: added.filter(({ consumers }) => moments.after.vpcOf(consumers) === vpc),
    removed: removed
      .filter(({ consumers }) => moments.before.vpcOf(consumers) === vpc)
      .map((change) => ({ ...change, lingering: lingering.of(change.consumers) })),
    oneMore: oneMore(there.lower),
  };
}

function heldIn(vpc: Key | undefined, { plan, renaming }: ComparedNetwork): Count | undefined {
  return plan.vpcs.find((one) => (one.vpc === undefined ? undefined : renaming.keyOf(one.vpc)) === vpc)?.held.count;
}

/** The fewest, the most frequent and the largest number of subnets of a function. */
function oneMore(attachments: readonly ResolvedAttachment[]): Count {
  if (attachments.length === 0) return exactly(0);
  const sizes = Map.groupBy(attachments, ({ subnets }) => subnets.likely.length);
  const [usual = 0] = [...sizes].sort(([, left], [, right]) => right.length - left.length).map(([size]) => size);
  const least = Math.min(...new Set(attachments.map(({ subnets }) => subnets.least)));
  const most = Math.max(...new Set(attachments.map(({ subnets }) => subnets.most)));
  return between(least, usual, most, "known");
}

function subnetDifferences(moments: Moments, before: ComparedNetwork, after: ComparedNetwork): readonly SubnetDifference[] {
  const budgets = ({ budgets, renaming }: ComparedNetwork) => new Map(budgets.map((budget) => [renaming.keyOf(budget.subnet), budget]));
  const [budgetsBefore, budgetsAfter] = [budgets(before), budgets(after)];
  const inventoried = new Set(
    (after.resolved.network.inventory?.subnets ?? []).flatMap(({ subnet, availableAddresses }) =>
      availableAddresses === undefined ? [] : [subnet],
    ),
  );
  const heldHere = combinationsBySubnet(after.resolved.network.inventory?.combinations ?? []);
  const used = [...moments.before.attachments, ...moments.after.attachments].flatMap(({ subnets }) => subnets.possible);
  return keySet(used).map((subnet) => {
    const vpc = moments.vpcOf.get(subnet);
    const [here, there] = [at(subnet, moments.before), at(subnet, moments.after)];
    const combinations = compared(moments, here, there);
    const budget = budgetsAfter.get(subnet) ?? budgetsBefore.get(subnet);
    const usable: Knowable<number> = budget?.usable ?? { ok: false, error: "its range is unknown" };
    const usedAfter = budgetsAfter.get(subnet)?.used ?? exactly(0);
    // Combinations that the account holds are already in the figures of the inventory.
    const isHeld = inventoried.has(subnet) || (heldHere.get(subnet) ?? 0) > 0;
    const lingering = isHeld ? combinations.removedMarginal : combinations.removed;
    const changeover = plus(usedAfter, lingering);
    return {
      subnet,
      ...(vpc === undefined ? {} : { vpc }),
      combinations,
      used: { before: budgetsBefore.get(subnet)?.used ?? exactly(0), after: usedAfter, changeover },
      usable,
      free: usable.ok ? { ok: true, value: remaining(usable.value, changeover) } : usable,
    };
  });
}

function at(subnet: Key, placed: Placed): Members {
  return mapReadings(placed.at(subnet), (list) => list.map((one) => onlyIn(subnet, one)));
}

function remaining(usable: number, used: Count): Count {
  return between(usable - used.max, usable - used.likely, usable - used.min, used.basis);
}
