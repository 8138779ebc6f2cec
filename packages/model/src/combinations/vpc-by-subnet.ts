import { compareKeys, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";

/** A contradiction within an inventory, or between inventory and stack, about the VPC of a subnet. */
export interface InventoryContradiction {
  readonly subnet: Key;
  /** The VPCs of the subnet in the inventory: several, or one that differs from the stack. */
  readonly inventory: readonly Key[];
  /** The VPC of the subnet in the stack, which takes precedence. Absent if the stack does not specify it: the VPC is then unknown. */
  readonly stack?: Key;
}

/** The VPC of each subnet, if known: from the stack, otherwise from the inventory if it lists one VPC only. */
export function vpcBySubnet(network: Network): ReadonlyMap<Key, Key> {
  return new Map([...undisputedVpcs(inventoryVpcs(network)), ...stackVpcs(network)]);
}

/** The VPC of each subnet that has only one. */
export function undisputedVpcs(stated: readonly SubnetVpc[]): readonly SubnetVpc[] {
  return [...statedVpcs(stated)].flatMap(([subnet, [vpc, ...others]]) => (vpc === undefined || others.length > 0 ? [] : [[subnet, vpc]]));
}

/** A subnet and a VPC that a source specifies for it. */
export type SubnetVpc = readonly [subnet: Key, vpc: Key];

/** Every contradiction about a subnet's VPC, in canonical order. VPCs that may be the same do not contradict each other. */
export function inventoryContradictions(network: Network): readonly InventoryContradiction[] {
  const managed = stackVpcs(network);
  const mayBeEqual = (left: Key, right: Key): boolean =>
    left === right || (network.aliases ?? []).some((keys) => keys.includes(left) && keys.includes(right));
  return [...statedVpcs(inventoryVpcs(network))]
    .flatMap(([subnet, inventory]): readonly InventoryContradiction[] => {
      const stack = managed.get(subnet);
      const contradicts = inventory.length > 1 || inventory.some((vpc) => stack !== undefined && !mayBeEqual(stack, vpc));
      return contradicts ? [{ subnet, inventory, ...(stack === undefined ? {} : { stack }) }] : [];
    })
    .sort((a, b) => compareKeys(a.subnet, b.subnet));
}

function stackVpcs({ subnets }: Network): ReadonlyMap<Key, Key> {
  return new Map(subnets.flatMap(({ key, vpc }) => (vpc === undefined ? [] : [[key, vpc] as const])));
}

function inventoryVpcs({ inventory }: Network): readonly SubnetVpc[] {
  return (inventory?.subnets ?? []).flatMap(({ subnet, vpc }) => (vpc === undefined ? [] : [[subnet, vpc] as const]));
}

function statedVpcs(stated: readonly SubnetVpc[]): ReadonlyMap<Key, readonly Key[]> {
  const bySubnet = Map.groupBy(stated, ([subnet]) => subnet);
  return new Map([...bySubnet].map(([subnet, of]) => [subnet, keySet(of.map(([, vpc]) => vpc))]));
}
