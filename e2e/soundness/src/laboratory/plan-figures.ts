import type { Basis, Count, EniPlan, Key, ResolvedNetwork, Selection } from "@lambda-vpc/model";
import { Analysis } from "@lambda-vpc/policy-kit";
import { readNetwork, type StackResource } from "@lambda-vpc/sources";

/** The figures of a plan that a deployment can prove wrong. */
export interface PlanFigures {
  readonly stack: Count;
  /** VPCs that show by name. */
  readonly vpcs: readonly VpcFigures[];
  readonly subnets: readonly SubnetFigures[];
  /** Whether every function shows where it is, and no list may hold what no dependency names. */
  readonly closed: boolean;
  readonly uncertainties: readonly UncertaintyFigures[];
  readonly functions: readonly FunctionFigures[];
  readonly connectors: readonly NetworkFigures[];
}

/** What the lists of a network connector may be. */
export interface NetworkFigures {
  readonly consumer: Key;
  readonly subnets: ListFigures;
  readonly securityGroups: ListFigures;
}

/** What the lists of a function may be. */
export interface FunctionFigures extends NetworkFigures {
  /** Whether it requests IPv6, if that is known. */
  readonly ipv6?: boolean;
  /** Whether it publishes a version: older ones keep their combinations, which no preview shows. */
  readonly publishes: boolean;
}

/** The sets that a list stands for: all of `certain`, others of `possible` unless it is open, between `least` and `most`. */
export interface ListFigures {
  readonly certain: readonly Key[];
  readonly possible: readonly Key[];
  readonly least: number;
  readonly most: number;
  readonly open: boolean;
  readonly basis: Basis;
  /** If there are some, what is not certain is a part of one of them. */
  readonly alternatives?: readonly (readonly Key[])[];
}

export interface VpcFigures {
  readonly vpc: Key;
  readonly combinations: Count;
  readonly sets: Count;
}

export interface SubnetFigures {
  readonly subnet: Key;
  readonly combinations: Count;
}

/** Why an attachment is not exact. */
export interface UncertaintyFigures {
  readonly consumer: Key;
  readonly subnets?: string;
  readonly securityGroups?: string;
}

/** How a network is read out of resources: `readNetwork`, or a faulty stand-in of it. */
export type NetworkReader = typeof readNetwork;

/** Reads and counts what the policies saw. */
export function planFigures(resources: readonly StackResource[], read: NetworkReader = readNetwork): PlanFigures {
  const { plan, network, resolved } = analysisOf(resources, read);
  const requests = (network.functions ?? []).flatMap(({ key, dualStack }) =>
    dualStack?.ok === true ? [[key, dualStack.value] as const] : [],
  );
  return figuresOf(plan, resolved.connectors, new Map(requests));
}

const analyses = new WeakMap<readonly StackResource[], Analysis>();

/** What policies decide from: read and counted once for each list of resources, unless the reader is a faulty one. */
export function analysisOf(resources: readonly StackResource[], read: NetworkReader = readNetwork): Analysis {
  if (read !== readNetwork) return new Analysis(read(resources));
  const analysis = analyses.get(resources) ?? new Analysis(readNetwork(resources));
  analyses.set(resources, analysis);
  return analysis;
}

function figuresOf(
  { combinations, attachments, vpcs, subnets, unplaced, publishing }: EniPlan,
  connectors: ResolvedNetwork["connectors"],
  ipv6Requests: ReadonlyMap<Key, boolean>,
): PlanFigures {
  return {
    stack: combinations,
    vpcs: vpcs.flatMap(({ vpc, combinations: held, sets }) => (vpc === undefined ? [] : [{ vpc, combinations: held, sets }])),
    subnets: subnets.map(({ subnet, combinations: held }) => ({ subnet, combinations: held })),
    closed: unplaced.length === 0 && vpcs.every(({ vpc }) => vpc !== undefined) && attachments.every((a) => !a.subnets.open),
    uncertainties: attachments.flatMap(({ consumer, subnets: where, securityGroups: set }) =>
      where.uncertainty === undefined && set.uncertainty === undefined
        ? []
        : [
            {
              consumer,
              ...(where.uncertainty === undefined ? {} : { subnets: where.uncertainty }),
              ...(set.uncertainty === undefined ? {} : { securityGroups: set.uncertainty }),
            },
          ],
    ),
    functions: attachments.map((one) => ({
      ...networkFigures(one),
      ...ipv6Of(one.consumer),
      publishes: publishing.includes(one.consumer),
    })),
    connectors: connectors.map(networkFigures),
  };

  function ipv6Of(consumer: Key): Pick<FunctionFigures, "ipv6"> {
    const ipv6 = ipv6Requests.get(consumer);
    return ipv6 === undefined ? {} : { ipv6 };
  }
}

function networkFigures({ consumer, subnets, securityGroups }: ResolvedNetwork["connectors"][number]): NetworkFigures {
  return { consumer, subnets: listFigures(subnets), securityGroups: listFigures(securityGroups) };
}

function listFigures({ certain, possible, least, most, open, basis, alternatives }: Selection): ListFigures {
  return { certain, possible, least, most, open, basis, ...(alternatives && { alternatives: alternatives.map(({ keys }) => keys) }) };
}
