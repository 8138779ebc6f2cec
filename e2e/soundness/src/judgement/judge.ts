import { type Count, resourceName, isExact, type Key } from "@lambda-vpc/model";
import { INTERNAL_ERROR } from "@lambda-vpc/policy-kit";
import { readNetwork } from "@lambda-vpc/sources";
import type { Breach, BreachKind } from "./breach";
import type { Evidence } from "../laboratory/evidence";
import { type NetworkReader, type PlanFigures, planFigures } from "../laboratory/plan-figures";
import type { Recording } from "../laboratory/recording";
import { misread } from "./misread";
import { silences } from "./silences";
import { differentSets, type Truth } from "../laboratory/truth";
import { wrongVerdicts } from "./verdicts";

/** One cause shows in many resources. */
const VIEW_DIFFERENCES = 3;

/**
 * Compares a preview with its deployment. With a separate `reader`, the figures are counted anew from what the policies saw, as the pack would
 * have counted them with that reader.
 */
export function judge(evidence: Evidence, reader?: NetworkReader): readonly Breach[] {
  const { trial, version, claims, expected, viewDifferences } = evidence;
  const { recording, truth } = trial;
  const breach = (kind: BreachKind, message: string, restsOnS = false): Breach => ({ kind, version, message, restsOnS });
  if (recording === undefined || truth === undefined)
    return [breach("no trial", recording === undefined ? trial.preview.stderr + trial.preview.stdout : trial.up.stderr + trial.up.stdout)];

  const figures = reader === undefined ? recording.figures : planFigures(recording.resources, reader);
  const bounds = comparisons(figures, truth).flatMap(({ what, count, actual }) => {
    const message = `${what}: between ${count.min} and ${count.max} by ${count.basis}, but there are ${actual}`;
    const restsOnS = count.basis === "dependencies";
    if (actual < count.min) return [breach("too high", message, restsOnS)];
    return actual > count.max ? [breach("too low", message, restsOnS)] : [];
  });
  const inexact = claimedExact(figures, evidence)
    .filter(({ count }) => !isExact(count))
    .map(({ what, count }) => breach("not exact", `${what}: between ${count.min} and ${count.max}, exact by construction`));
  const uncertain = figures.uncertainties
    .filter(({ consumer }) => claims.exactFunctions.includes(resourceName(consumer)))
    .map((why) => breach("not exact", `${JSON.stringify(why)}, exact by construction`));
  const silent = silences(evidence, truth).map((message) => breach("silent", message, true));
  const verdicts = wrongVerdicts(evidence, recording, truth, reader ?? readNetwork).map(({ kind, message }) => breach(kind, message, true));
  const lists = misread(figures, truth).map(({ message, restsOnS }) => breach("misread", message, restsOnS));
  const views = viewDifferences.slice(0, VIEW_DIFFERENCES).map((message) => breach("views", message));
  const faultsPrinted = faults(evidence).map((line) => breach("fault", line));
  return [...bounds, ...lists, ...inexact, ...uncertain, ...silent, ...verdicts, ...faultsPrinted, ...views, ...contradictions()];

  function contradictions(): readonly Breach[] {
    if (truth === undefined || truth.held.length === expected.combinations || claims.broken.length > 0) return [];
    return [breach("account", `the program asks for ${expected.combinations} combinations, the account holds ${truth.held.length}`)];
  }
}

interface Comparison {
  readonly what: string;
  readonly count: Count;
  readonly actual: number;
}

/** Each figure with the truth. Combinations outside all figures must not exist, unless something is undecided. */
function comparisons({ stack, vpcs, subnets, closed }: PlanFigures, { held, ids }: Truth): readonly Comparison[] {
  const idOf = (key: Key): string => ids[key] ?? key;
  const inVpc = Map.groupBy(held, ({ vpc }) => vpc);
  const inSubnet = Map.groupBy(held, ({ subnet }) => subnet);
  const named = new Set([...vpcs.map(({ vpc }) => idOf(vpc)), ...subnets.map(({ subnet }) => idOf(subnet))]);
  const nothing: Count = { min: 0, likely: 0, max: 0, basis: "dependencies" };
  const unnamed = closed ? [...inVpc, ...inSubnet].filter(([id]) => !named.has(id)) : [];
  return [
    { what: "the stack", count: stack, actual: held.length },
    ...vpcs.flatMap(({ vpc, combinations, sets }) => {
      const here = inVpc.get(idOf(vpc)) ?? [];
      return [
        { what: `VPC ${vpc}`, count: combinations, actual: here.length },
        { what: `sets of VPC ${vpc}`, count: sets, actual: differentSets(here) },
      ];
    }),
    ...subnets.map(({ subnet, combinations }) => ({
      what: `subnet ${subnet}`,
      count: combinations,
      actual: inSubnet.get(idOf(subnet))?.length ?? 0,
    })),
    ...unnamed.map(([id, here]) => ({ what: `${id}, which the plan does not name`, count: nothing, actual: here.length })),
  ];
}

function claimedExact({ stack, vpcs, subnets }: PlanFigures, { claims }: Evidence): readonly Omit<Comparison, "actual">[] {
  const ofStack = [
    { what: "the stack", count: stack },
    ...subnets.map(({ subnet, combinations }) => ({ what: `subnet ${subnet}`, count: combinations })),
  ];
  const ofVpcs = vpcs.flatMap(({ vpc, combinations, sets }) => [
    { what: `VPC ${vpc}`, count: combinations },
    { what: `sets of VPC ${vpc}`, count: sets },
  ]);
  return [...(claims.exactStack ? ofStack : []), ...(claims.exactVpcs ? ofVpcs : [])];
}

/** The internal errors that the pack reports. */
function faults({ trial: { preview } }: Evidence): readonly string[] {
  return `${preview.stdout}\n${preview.stderr}`.split("\n").filter((line) => line.includes(INTERNAL_ERROR));
}

/** Whether the figures are those that the pack itself counted: what a replay must show before a faulty one means anything. */
export function replaysAlike({ resources, figures }: Recording): boolean {
  return JSON.stringify(planFigures(resources)) === JSON.stringify(figures);
}
