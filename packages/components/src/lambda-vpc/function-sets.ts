import type { FunctionInSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import type { NetworkCapacity } from "../network/network-args";
import { refuse } from "../arguments/refuse";

/** Each function's set, by the function's name. Throws a `pulumi.RunError` where one names none or one that is not there. */
export function setsOfFunctions(name: string, { sets, functions = {} }: LambdaVpcArgs): ReadonlyMap<string, string> {
  const names = Object.keys(sets);
  return new Map(Object.entries(functions).map(([key, one]) => [key, setOf(`${name}.functions.${key}.set`, names, one)]));
}

function setOf(where: string, names: readonly string[], { set }: FunctionInSetArgs): string {
  const [only, ...others] = names;
  if (only === undefined) return refuse(where, "there are no sets; describe one in sets, such as internal: {}");
  if (set === undefined) return others.length === 0 ? only : refuse(where, `name one of the sets: ${names.join(", ")}`);
  return names.includes(set) ? set : refuse(where, `there is no set ${set}; name one of ${names.join(", ")}, or describe it in sets`);
}

/** What the network must hold at least: what is described, where the program does not say more. */
export function describedCapacity({ network, sets, functions = {} }: LambdaVpcArgs): NetworkCapacity {
  return { functions: Object.keys(functions).length, sets: Object.keys(sets).length, ...network.capacity };
}

/** Refuses a former name that one of today has, or two claim: both would be given the same resources. */
export function refuseTakenNames(where: string, described: Readonly<Record<string, { readonly formerly?: string }>>): void {
  const claimed = new Map<string, string>();
  for (const [key, { formerly }] of Object.entries(described)) {
    if (formerly === undefined) continue;
    const [at, other] = [`${where}.${key}.formerly`, claimed.get(formerly)];
    if (formerly in described) refuse(at, `${formerly} is there as well; leave formerly out, or remove ${formerly}`);
    if (other !== undefined) refuse(at, `${other} was ${formerly} as well; leave formerly out of one of the two`);
    claimed.set(formerly, key);
  }
}
