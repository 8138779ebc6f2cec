import type { Network } from "../../facts/network";
import type { Use, World } from "./worlds";

/** A combination as plain text: one subnet and one set of groups, in any order. */
export interface Cell {
  readonly subnet: string;
  readonly set: string;
}

/** The distinct combinations of a world: each costs at least one ENI. */
export function cellsOf(world: World): readonly Cell[] {
  const cells: Cell[] = [];
  for (const use of world)
    for (const subnet of use.subnets) {
      const set = setOf(use);
      if (!cells.some((cell) => cell.subnet === subnet && cell.set === set)) cells.push({ subnet, set });
    }
  return cells;
}

/** The combinations that the account holds according to its inventory. */
export function heldCells({ inventory }: Network): readonly Cell[] {
  return cellsOf(
    (inventory?.combinations ?? []).map(({ subnet, securityGroups }) => ({ subnets: [subnet], groups: [...new Set(securityGroups)] })),
  );
}

/** Those of `cells` that the account does not hold. */
export function marginalCells(network: Network, cells: readonly Cell[]): readonly Cell[] {
  const held = heldCells(network);
  return cells.filter((cell) => !held.some(({ subnet, set }) => subnet === cell.subnet && set === cell.set));
}

/** The number of different security-group sets that a world uses. */
export function numberOfSets(world: World): number {
  return new Set(world.map(setOf)).size;
}

function setOf(use: Use): string {
  return [...use.groups].sort().join(",");
}

/** Which VPC each subnet of a world is in. */
export type VpcAssignment = ReadonlyMap<string, string>;

/**
 * Every assignment of the subnets of a world and of the inventory's combinations to VPCs that AWS would accept: a subnet whose VPC
 * is known stays there, no function spans two VPCs, and none uses a group of another VPC.
 */
export function vpcAssignments(network: Network, world: World): readonly VpcAssignment[] {
  const subnets = [...new Set([...world.flatMap((use) => use.subnets), ...heldCells(network).map((cell) => cell.subnet)])];
  const homes = knownVpcs(network);
  const groupVpcs = new Map(network.securityGroups.map((group) => [group.key, group.vpc] as const));
  const vpcs = [...new Set([...homes.values(), ...groupVpcs.values(), "outside vpc"])].filter((vpc) => vpc !== undefined);

  let assignments: Map<string, string>[] = [new Map()];
  for (const subnet of subnets) {
    const home = homes.get(subnet);
    assignments = assignments.flatMap((so) => (home === undefined ? vpcs : [home]).map((vpc) => new Map([...so, [subnet, vpc]])));
  }
  return assignments.filter((assignment) =>
    world.every((use) => {
      const places = [...use.subnets.map((subnet) => assignment.get(subnet)), ...use.groups.map((group) => groupVpcs.get(group))];
      return new Set(places.filter((vpc) => vpc !== undefined)).size <= 1;
    }),
  );
}

/** The VPC of a subnet in the stack, otherwise in the inventory if it lists one VPC only. */
function knownVpcs({ subnets, inventory }: Network): ReadonlyMap<string, string | undefined> {
  const homes = new Map<string, string | undefined>();
  for (const { subnet, vpc } of inventory?.subnets ?? []) {
    const stated = (inventory?.subnets ?? []).filter((other) => other.subnet === subnet && other.vpc !== undefined);
    if (stated.every((other) => other.vpc === stated[0]?.vpc)) homes.set(subnet, homes.get(subnet) ?? vpc);
  }
  for (const { key, vpc } of subnets) if (vpc !== undefined) homes.set(key, vpc);
  return homes;
}

/** The VPC of a use: that of its subnets, and where it names none, that of its groups. */
export function vpcOfUse(network: Network, use: Use, assignment: VpcAssignment): string | undefined {
  for (const subnet of use.subnets) return assignment.get(subnet);
  for (const { key, vpc } of network.securityGroups) if (vpc !== undefined && use.groups.includes(key)) return vpc;
  return undefined;
}
