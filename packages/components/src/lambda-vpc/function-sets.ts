import type { FunctionInSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import type { NetworkCapacity } from "../network/network-args";
import { rejectArgument } from "../arguments/reject-argument";

/**
 * The set of each function, by the function's name. Throws a `pulumi.RunError` if a function names no set and there are several, or names
 * an unknown one.
 */
export function setByFunction(name: string, { sets, functions = {} }: LambdaVpcArgs): ReadonlyMap<string, string> {
  const names = Object.keys(sets);
  return new Map(Object.entries(functions).map(([key, one]) => [key, setOf(`${name}.functions.${key}.set`, names, one)]));
}

function setOf(argument: string, names: readonly string[], { set }: FunctionInSetArgs): string {
  const [only, ...others] = names;
  if (only === undefined) return rejectArgument(argument, "No sets are described. Add one to sets, such as internal: {}");
  if (set === undefined) return others.length === 0 ? only : rejectArgument(argument, `Set it to one of the sets: ${names.join(", ")}`);
  return names.includes(set) ? set : rejectArgument(argument, `Unknown set ${set}. Use one of ${names.join(", ")}, or add it to sets`);
}

/** The capacity that the described sets and functions need, unless the program specifies more. */
export function minimumCapacity({ network, sets, functions = {} }: LambdaVpcArgs): NetworkCapacity {
  return { functions: Object.keys(functions).length, sets: Object.keys(sets).length, ...network?.capacity };
}

/** Rejects more sets in use than the network that others use too is planned for. Throws a `pulumi.RunError`. */
export function rejectUnplannedSets(name: string, { existingNetwork }: LambdaVpcArgs, usedSets: ReadonlySet<string>): void {
  const planned = existingNetwork?.plannedSets ?? Infinity;
  if (usedSets.size > planned)
    rejectArgument(
      `${name}.sets`,
      `Functions use ${usedSets.size} sets (${[...usedSets].join(", ")}), and the capacity of the network provides for ${planned}. Set sets and functions in the capacity of the network to ${usedSets.size} or more`,
    );
}

/** Rejects a former name that is also a current name or that two entries claim: both would get the same resources. */
export function rejectFormerNameConflicts(argument: string, entries: Readonly<Record<string, { readonly formerly?: string }>>): void {
  const claimed = new Map<string, string>();
  for (const [key, { formerly }] of Object.entries(entries)) {
    if (formerly === undefined) continue;
    const [formerlyArgument, other] = [`${argument}.${key}.formerly`, claimed.get(formerly)];
    if (formerly in entries) rejectArgument(formerlyArgument, `${formerly} still exists. Remove formerly, or remove ${formerly}`);
    if (other !== undefined)
      rejectArgument(formerlyArgument, `${other} has the same former name, ${formerly}. Remove formerly from one of the two`);
    claimed.set(formerly, key);
  }
}
