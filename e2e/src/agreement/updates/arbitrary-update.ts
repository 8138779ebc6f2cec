import fc from "fast-check";

/** A stack of functions over two VPCs, and the limits of its policies. */
export interface GeneratedUpdate {
  readonly functions: readonly GeneratedFunction[];
  readonly maxSets: number;
  readonly maxPerStack: number;
  /** Whether functions and their groups are in components. */
  readonly components: boolean;
}

/** The VPC, the subnets and the groups of a function, by their numbers. */
export interface GeneratedFunction {
  readonly vpc: number;
  readonly subnets: readonly number[];
  readonly groups: readonly number[];
  /** Whether an apply returns its lists: then a preview does not know how many elements they have. */
  readonly applied: boolean;
}

const numbers = [0, 1, 2];

export const arbitraryUpdates: fc.Arbitrary<GeneratedUpdate> = fc.record({
  functions: fc.array(
    fc.record({
      vpc: fc.constantFrom(0, 0, 0, 1),
      subnets: fc.subarray(numbers, { minLength: 1 }),
      groups: fc.subarray(numbers, { minLength: 1 }),
      applied: fc.boolean(),
    }),
    { minLength: 2, maxLength: 9 },
  ),
  maxSets: fc.integer({ min: 1, max: 4 }),
  maxPerStack: fc.integer({ min: 3, max: 14 }),
  components: fc.boolean(),
});

/** What functions break, counted from the description alone. Sets count together where functions share subnets, directly or through others. */
export function broken(functions: readonly GeneratedFunction[], { maxSets, maxPerStack }: GeneratedUpdate): readonly string[] {
  const combinations = new Set(functions.flatMap((one) => one.subnets.map((subnet) => `${one.vpc} ${subnet} ${setOf(one)}`)));
  const sets = clusters(functions).map((cluster) => new Set(cluster.map(setOf)).size);
  return [...(combinations.size > maxPerStack ? ["eni-budget"] : []), ...(Math.max(0, ...sets) > maxSets ? ["share-security-groups"] : [])];
}

function setOf({ vpc, groups }: GeneratedFunction): string {
  return `${vpc}: ${[...groups].sort().join(" ")}`;
}

/** The functions by the subnets that connect them. */
function clusters(functions: readonly GeneratedFunction[]): readonly (readonly GeneratedFunction[])[] {
  let found: readonly (readonly GeneratedFunction[])[] = [];
  for (const one of functions) {
    const meets = (other: GeneratedFunction): boolean =>
      other.vpc === one.vpc && other.subnets.some((subnet) => one.subnets.includes(subnet));
    const joined = found.filter((cluster) => cluster.some(meets));
    found = [...found.filter((cluster) => !joined.includes(cluster)), [...joined.flat(), one]];
  }
  return found;
}
