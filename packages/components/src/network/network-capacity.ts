import { type Capacity, DEFAULT_ENIS_PER_VPC } from "@lambda-vpc/model";
import type { NetworkCapacity } from "./network-args";
import { rejectArgument } from "../arguments/reject-argument";

/** The default number of sets: the limit of the policy `share-security-groups` for a VPC. */
const DEFAULT_SETS = 5;

/** The largest count that one zone can hold: the usable addresses of a /16. */
const MAX_COUNT = 65_531;

/** The capacity to plan for. `interfaceEndpoints` are counted in addition. Throws a `pulumi.RunError` for a number out of range. */
export function capacityOf(argument: string, given: NetworkCapacity = {}, interfaceEndpoints = 0): Capacity {
  const { functions, sets = DEFAULT_SETS, consumers = [], connections = 0, changeover = 1, growth = 0, headroom = 0.2 } = given;
  const { enisPerVpc = DEFAULT_ENIS_PER_VPC } = given;
  requireIntegers(argument, { functions, sets, enisPerVpc, ...Object.fromEntries(consumers.map(({ kind, count }) => [kind, count])) });
  requireIntegers(argument, { connections }, Infinity);
  requireShares(argument, { changeover, headroom }, 1);
  requireShares(argument, { growth }, Infinity);
  return {
    sets: Math.min(sets, functions ?? Infinity),
    connections,
    consumers: [{ kind: "interface-endpoint", count: interfaceEndpoints, inFirst: true }, ...consumers],
    changeover,
    growth,
    headroom,
    enisPerVpc,
  };
}

function requireIntegers(argument: string, numbers: Record<string, number | undefined>, max = MAX_COUNT): void {
  for (const [key, number = 0] of Object.entries(numbers))
    if (!(Number.isInteger(number) && number >= 0 && number <= max))
      rejectArgument(`${argument}.${key}`, `Expected an integer from 0${max === Infinity ? "" : ` to ${max}`}, got ${number}`);
}

function requireShares(argument: string, numbers: Record<string, number>, max: number): void {
  for (const [key, number] of Object.entries(numbers))
    if (!(number >= 0 && number <= max && number < Infinity))
      rejectArgument(
        `${argument}.${key}`,
        `Expected ${max === 1 ? "a number from 0 to 1" : "a number of at least 0, such as 0.5 for 50 % more"}, got ${number}`,
      );
}
