/** A seed file of functions with published versions, spread over security-group sets and the subnets of two VPCs. */
export interface ManyFunctions {
  readonly vpcs: readonly object[];
  readonly subnets: readonly object[];
  readonly securityGroups: readonly object[];
  readonly functions: readonly (Network & { readonly name: string; readonly versions: readonly Network[] })[];
}

interface Network {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

const id = (kind: string, number: number): string => `${kind}-${(0xb0_0000_0000 + number).toString(16).padStart(17, "0")}`;
const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** `functions` functions with `versions` published versions each, of which many use other groups than the function does now. */
export function manyFunctions(functions: number, versions: number, sets = 60): ManyFunctions {
  const networkOf = (number: number): Network => {
    const set = (number * 7919) % sets;
    const place = set % 2;
    const subnetIds = numbers(1 + (number % 3)).map((index) => id("subnet", place * 5 + ((number + index) % 5)));
    return { subnetIds, securityGroupIds: numbers(1 + (set % 3)).map((index) => id("sg", place * 1000 + Math.floor(set / 2) + index)) };
  };
  return {
    vpcs: [0, 1].map((place) => ({ id: id("vpc", place), cidrBlock: `10.${place}.0.0/16` })),
    subnets: numbers(10).map((index) => ({
      ...{ id: id("subnet", index), vpcId: id("vpc", Math.floor(index / 5)) },
      cidrBlock: `10.${Math.floor(index / 5)}.${index % 5}.0/24`,
    })),
    securityGroups: [0, 1].flatMap((place) =>
      numbers(sets / 2 + 2).map((index) => ({
        id: id("sg", place * 1000 + index),
        vpcId: id("vpc", place),
        name: `group-${place}-${index}`,
      })),
    ),
    functions: numbers(functions).map((index) => ({
      name: `function-${index}`,
      ...networkOf(index * 11),
      versions: numbers(versions).map((version) => networkOf(index * 5 + version * 13 + 1)),
    })),
  };
}

/** The distinct combinations of all versions: one subnet with one set of groups each. */
export function combinationsOf({ functions }: ManyFunctions): ReadonlySet<string> {
  return new Set(
    functions.flatMap((one) =>
      [one, ...one.versions].flatMap((own) => own.subnetIds.map((subnet) => `${subnet} ${[...own.securityGroupIds].sort().join(" ")}`)),
    ),
  );
}
