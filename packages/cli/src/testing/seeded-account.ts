/** A version of a function in a seed file: where it is. */
export interface SeededNetwork {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** The content of a seed file of simulated AWS. */
export interface SeededAccount {
  readonly vpcs: readonly object[];
  readonly subnets: readonly { readonly id: string; readonly vpcId: string }[];
  readonly securityGroups: readonly { readonly id: string; readonly vpcId: string }[];
  readonly functions: readonly (SeededNetwork & { readonly name: string; readonly versions: readonly SeededNetwork[] })[];
  readonly networkInterfaces: readonly { readonly id: string; readonly subnetId: string; readonly securityGroupIds: readonly string[] }[];
}

export interface SeededSize {
  readonly functions: number;
  readonly sets: number;
  /** Published versions of each function. */
  readonly versions: number;
  /** All interfaces: those of functions, which the simulation creates, then orphans and those of others. */
  readonly interfaces: number;
}

const hex = (kind: string, number: number): string => `${kind}-${(0xa0_0000_0000 + number).toString(16).padStart(17, "0")}`;

/** An account of any size: two VPCs, sets of one to three groups, and functions whose versions are spread over them. The same for the same size. */
export function seededAccount({ functions, sets, versions, interfaces }: SeededSize): SeededAccount {
  const vpcs = [0, 1].map((number) => ({ id: hex("vpc", number), cidrBlock: `10.${number}.0.0/16`, tags: { Name: `vpc-${number}` } }));
  const subnets = vpcs.flatMap(({ id: vpcId }, place) =>
    Array.from({ length: 5 }, (_, index) => ({ id: hex("subnet", place * 5 + index), vpcId, cidrBlock: `10.${place}.${index}.0/24` })),
  );
  const securityGroups = vpcs.flatMap(({ id: vpcId }, place) =>
    Array.from({ length: Math.ceil(sets / 2) + 2 }, (_, index) => ({
      id: hex("sg", place * 1000 + index),
      vpcId,
      name: `group-${place}-${index}`,
    })),
  );
  const pool = Array.from({ length: sets }, (_, index) => {
    const place = index % 2;
    const own = Array.from({ length: 1 + (index % 3) }, (__, more) => hex("sg", place * 1000 + Math.floor(index / 2) + more));
    return { place, own };
  });
  const networkOf = (number: number): SeededNetwork => {
    const { place, own } = pool[(number * 7919) % pool.length] ?? { place: 0, own: [] };
    const places = Array.from({ length: 1 + (number % 3) }, (_, index) => hex("subnet", place * 5 + ((number + index) % 5)));
    return { subnetIds: places, securityGroupIds: number % 2 === 0 ? own : own.toReversed() };
  };
  const all = Array.from({ length: functions }, (_, index) => ({
    name: `function-${index}`,
    tags: { team: `team-${index % 4}` },
    ...networkOf(index * 11),
    versions: Array.from({ length: versions }, (__, version) => networkOf(index * 5 + version * 13 + 1)),
  }));
  const cells = new Set(
    all.flatMap((one) => [one, ...one.versions]).flatMap((one) => one.subnetIds.map((subnet) => cellOf(subnet, one.securityGroupIds))),
  );
  const rest = Array.from({ length: Math.max(0, interfaces - cells.size) }, (_, index) => {
    const { subnetIds, securityGroupIds } = all[index % all.length] ?? { subnetIds: [], securityGroupIds: [] };
    const common = { id: hex("eni", index), subnetId: subnetIds[0] ?? "", securityGroupIds };
    // An orphan with a combination of functions is theirs by the rule, one with another set is not, and a load balancer never is.
    if (index % 3 === 0) return { ...common, orphanOf: "deleted" };
    if (index % 3 === 1)
      return { ...common, securityGroupIds: [...securityGroupIds, unusedGroup(securityGroups, securityGroupIds)], orphanOf: "deleted" };
    return { ...common, description: "ELB app/shop/1", interfaceType: "interface" };
  });
  return { vpcs, subnets, securityGroups, functions: all, networkInterfaces: rest };
}

/** A group of the same VPC that is not in the set. With it, the set is that of no function: no set has four groups. */
function unusedGroup(groups: SeededAccount["securityGroups"], set: readonly string[]): string {
  const vpc = groups.find(({ id }) => id === set[0])?.vpcId;
  return groups.findLast(({ id, vpcId }) => vpcId === vpc && !set.includes(id))?.id ?? "";
}

/** The text of one combination: equal for equal sets in any order. */
export function cellOf(subnet: string, securityGroups: readonly string[]): string {
  return `${subnet} ${[...new Set(securityGroups)].sort().join(" ")}`;
}
