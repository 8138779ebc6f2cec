/** A count as the format `json` has it: null is no bound. */
interface Figure {
  readonly min: number | null;
  readonly max: number | null;
}

interface Figures {
  readonly combinations: Figure;
}

/** The counts of a plan in the format `json`, those that an update must keep. */
export interface PlanFigures extends Figures {
  readonly vpcs: readonly (Figures & {
    readonly vpc: string | null;
    readonly sets: Figure;
    readonly savedBySharing: Figure;
    readonly avoidable: Figure;
  })[];
  readonly subnets: readonly (Figures & {
    readonly subnet: string;
    readonly addresses: { readonly used: Figure; readonly peak: Figure } | null;
  })[];
}

/** The figures of a settled plan that are outside of the bounds of an earlier one, each with its place. */
export function outsideBounds(earlier: PlanFigures, settled: PlanFigures): readonly string[] {
  const bounds = figures(earlier);
  return [...figures(settled)].flatMap(([place, { min, max }]) => {
    const bound = bounds.get(place);
    if (bound === undefined) return [`${place} is new`];
    const isWithin = (bound.min ?? -Infinity) <= (min ?? -Infinity) && (max ?? Infinity) <= (bound.max ?? Infinity);
    return isWithin ? [] : [`${place}: ${min} to ${max} is not within ${bound.min} to ${bound.max}`];
  });
}

/** The counts of a plan by their places. */
function figures({ combinations, vpcs, subnets }: PlanFigures): ReadonlyMap<string, Figure> {
  return new Map([
    ["combinations", combinations],
    ...vpcs.flatMap(({ vpc, combinations: own, sets, savedBySharing, avoidable }) =>
      named(vpc ?? "VPC unknown", { combinations: own, sets, savedBySharing, avoidable }),
    ),
    ...subnets.flatMap(({ subnet, combinations: own, addresses }) =>
      named(subnet, { combinations: own, ...(addresses === null ? {} : { used: addresses.used, peak: addresses.peak }) }),
    ),
  ]);
}

function named(place: string, values: Readonly<Record<string, Figure>>): readonly (readonly [string, Figure])[] {
  return Object.entries(values).map(([figure, value]) => [`${place}: ${figure}`, value]);
}
