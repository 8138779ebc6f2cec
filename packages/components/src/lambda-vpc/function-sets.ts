import type { FunctionInSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import type { NetworkCapacity } from "../network/network-args";
import { rejectArgument } from "../arguments/reject-argument";

/** Each function's set, by the function's name. Throws a `pulumi.RunError` where one names none or one that is not there. */
export function setByFunction(name: string, { sets, functions = {} }: LambdaVpcArgs): ReadonlyMap<string, string> {
  const names = Object.keys(sets);
  return new Map(Object.entries(functions).map(([key, one]) => [key, setOf(`${name}.functions.${key}.set`, names, one)]));
}

function setOf(argument: string, names: readonly string[], { set }: FunctionInSetArgs): string {
  const [only, ...others] = names;
  if (only === undefined) return rejectArgument(argument, "there are no sets; describe one in sets, such as internal: {}");
  if (set === undefined) return others.length === 0 ? only : rejectArgument(argument, `name one of the sets: ${names.join(", ")}`);
  return names.includes(set)
    ? set
    : rejectArgument(argument, `there is no set ${set}; name one of ${names.join(", ")}, or describe it in sets`);
}

/** What the network must hold at least: what is described, where the program does not say more. */
export function minimumCapacity({ network, sets, functions = {} }: LambdaVpcArgs): NetworkCapacity {
  return { functions: Object.keys(functions).length, sets: Object.keys(sets).length, ...network.capacity };
}

/** Refuses a former name that one of today has, or two claim: both would be given the same resources. */
export function rejectFormerNameConflicts(argument: string, entries: Readonly<Record<string, { readonly formerly?: string }>>): void {
  const claimed = new Map<string, string>();
  for (const [key, { formerly }] of Object.entries(entries)) {
    if (formerly === undefined) continue;
    const [formerlyArgument, other] = [`${argument}.${key}.formerly`, claimed.get(formerly)];
    if (formerly in entries) rejectArgument(formerlyArgument, `${formerly} is there as well; leave formerly out, or remove ${formerly}`);
    if (other !== undefined) rejectArgument(formerlyArgument, `${other} was ${formerly} as well; leave formerly out of one of the two`);
    claimed.set(formerly, key);
  }
}
