import { type Key, resourceName, vpcOfDefaultGroup } from "@lambda-vpc/model";
import type { ListFigures, NetworkFigures, PlanFigures } from "../laboratory/plan-figures";
import type { HeldNetwork, Truth } from "../laboratory/truth";

/** Something of a function that the preview excludes. */
export interface Misread {
  readonly message: string;
  /** Whether the preview rests on assumption S. */
  readonly restsOnS: boolean;
}

/**
 * The lists that functions and connectors have and that the preview excludes. Counts alone show such a mistake only where another function makes a difference. It is stricter than they are:
 * a wrong group in place of another changes no count.
 */
export function misread({ functions, connectors }: PlanFigures, truth: Truth): readonly Misread[] {
  const { functions: held, ids, defaultGroups } = truth;
  const idOf = (key: Key): string => ids[key] ?? defaultGroups[vpcOfDefaultGroup(key) ?? ""] ?? key;
  const misreadNetwork = ({ consumer, subnets, securityGroups }: NetworkFigures, lists: HeldNetwork): readonly Misread[] => [
    ...misreadList(`subnets of ${resourceName(consumer)}`, subnets, lists.subnets, idOf),
    ...misreadList(`groups of ${resourceName(consumer)}`, securityGroups, lists.groups, idOf),
  ];
  const ofConnectors = connectors.flatMap((one) => {
    const lists = truth.connectors[one.consumer];
    return lists === undefined ? [] : misreadNetwork(one, lists);
  });
  const ofFunctions = functions.flatMap((one) => {
    const { consumer, ipv6, publishes } = one;
    const lists = held[consumer];
    if (lists === undefined) return [];
    return [
      ...misreadNetwork(one, lists),
      ...(ipv6 === undefined || ipv6 === lists.ipv6
        ? []
        : [{ message: `${resourceName(consumer)} requests IPv6: ${lists.ipv6}, but the preview shows ${ipv6}`, restsOnS: false }]),
      ...(publishes === lists.publishes
        ? []
        : [
            {
              message: `${resourceName(consumer)} publishes versions: ${lists.publishes}, but the preview shows ${publishes}`,
              restsOnS: false,
            },
          ]),
    ];
  });
  return [...ofFunctions, ...ofConnectors];
}

function misreadList(what: string, figures: ListFigures, actual: readonly string[], idOf: (key: Key) => string): readonly Misread[] {
  const { least, most, open, basis, alternatives } = figures;
  const [held, certain] = [new Set(actual), new Set(figures.certain.map(idOf))];
  const rest = [...held].filter((id) => !certain.has(id));
  const isPartOf = (keys: readonly Key[]): boolean => rest.every((id) => keys.some((key) => idOf(key) === id));
  const isAllowed =
    [...certain].every((id) => held.has(id)) &&
    (open || isPartOf(figures.possible)) &&
    held.size >= least &&
    held.size <= most &&
    (alternatives === undefined || alternatives.some(isPartOf));
  if (isAllowed) return [];
  return [
    { message: `${what}: ${actual.join(", ")}, but the preview allows ${JSON.stringify(figures)}`, restsOnS: basis === "dependencies" },
  ];
}
