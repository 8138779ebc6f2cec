import { compareKeys, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";

/** Where an inventory contradicts itself or the stack about the VPC of a subnet. */
export interface InventoryContradiction {
  readonly subnet: Key;
  /** The VPCs that the inventory says it is in: several, or one that is not the stack's. */
  readonly inventory: readonly Key[];
  /** The VPC that the stack says it is in, and that counts; absent where the stack does not say, and then none counts. */
  readonly stack?: Key;
}

/** The VPC of each subnet, where one is known: as the stack says, else as the inventory says without contradicting itself. */
export function vpcBySubnet(network: Network): ReadonlyMap<Key, Key> {
  return new Map([...undisputedVpcs(inventoryVpcs(network)), ...stackVpcs(network)]);
}

/** The VPC of each subnet, of those about which nobody says two. */
export function undisputedVpcs(said: readonly SubnetVpc[]): readonly SubnetVpc[] {
  return [...statedVpcs(said)].flatMap(([subnet, [vpc, ...others]]) => (vpc === undefined || others.length > 0 ? [] : [[subnet, vpc]]));
}

/** A subnet and the VPC that it is said to be in. */
export type SubnetVpc = readonly [subnet: Key, vpc: Key];

/** Every contradiction about a subnet's VPC, in canonical order. VPCs that may be one and the same do not contradict each other. */
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

function statedVpcs(said: readonly SubnetVpc[]): ReadonlyMap<Key, readonly Key[]> {
  const homes = Map.groupBy(said, ([subnet]) => subnet);
  return new Map([...homes].map(([subnet, of]) => [subnet, keySet(of.map(([, vpc]) => vpc))]));
}
