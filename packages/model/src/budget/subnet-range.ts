import { readAddressBlock, usableAddresses } from "../addresses/address-block";
import type { Key } from "../facts/key";
import type { InventorySubnet } from "../facts/inventory";
import type { Knowable } from "../facts/knowable";
import type { Network, Subnet } from "../facts/network";
import { smallest } from "../count/extremes";

/** The addresses of one subnet before the stack uses any. */
export interface SubnetRange {
  /** Its IPv4 range as written. */
  readonly cidrBlock: Knowable<string>;
  /** Addresses that can be used: those of its range without the five that AWS reserves and those in use according to the inventory. */
  readonly usable: Knowable<number>;
  /** Addresses that were in use when the inventory was taken. Zero if the inventory does not list the subnet, or if the range is unknown. */
  readonly held: number;
  /** Whether all users of its addresses are known: from the stack, which created the subnet, or from the inventory, which counted free addresses. */
  readonly complete: boolean;
}

/** Reads ranges: from the stack, or from the inventory if the stack does not specify the range. */
export class SubnetRanges {
  private readonly managed: ReadonlyMap<Key, Subnet>;
  private readonly inventoried: ReadonlyMap<Key, readonly InventorySubnet[]>;

  constructor({ subnets, inventory }: Network) {
    this.managed = new Map(subnets.map((subnet) => [subnet.key, subnet]));
    this.inventoried = Map.groupBy(inventory?.subnets ?? [], ({ subnet }) => subnet);
  }

  of(key: Key): SubnetRange {
    const managed = this.managed.get(key);
    const cidrBlock = this.cidrBlock(key, managed);
    const counted = (this.inventoried.get(key) ?? []).flatMap(({ availableAddresses }) => availableAddresses ?? []);
    const available = counted.length === 0 ? undefined : smallest(counted);
    const total = hasNoIpv4(cidrBlock) ? known(0) : usableOf(cidrBlock);
    return {
      cidrBlock,
      usable: available === undefined ? total : known(available),
      held: available !== undefined && total.ok ? Math.max(0, total.value - available) : 0,
      complete: available !== undefined || (managed !== undefined && managed.adopted !== true),
    };
  }

  private cidrBlock(key: Key, managed: Subnet | undefined): Knowable<string> {
    if (managed?.cidrBlock?.ok === true) return managed.cidrBlock;
    const [inventoried, ...others] = new Set((this.inventoried.get(key) ?? []).flatMap(({ cidrBlock }) => cidrBlock ?? []));
    if (inventoried !== undefined) return others.length === 0 ? known(inventoried) : unknown("the inventory lists several ranges for it");
    if (managed === undefined) return unknown("neither the stack nor an inventory specifies its range");
    return managed.cidrBlock ?? unknown(managed.adopted === true ? "its range is unknown" : NO_IPV4);
  }
}

const NO_IPV4 = "it has no IPv4 range";

function hasNoIpv4(cidrBlock: Knowable<string>): boolean {
  return !cidrBlock.ok && cidrBlock.error === NO_IPV4;
}

function usableOf(cidrBlock: Knowable<string>): Knowable<number> {
  if (!cidrBlock.ok) return cidrBlock;
  const reading = readAddressBlock(cidrBlock.value);
  return reading.ok ? known(usableAddresses(reading.value.prefixLength)) : unknown(reading.error);
}

function known<T>(value: T): Knowable<T> {
  return { ok: true, value };
}

function unknown<T>(error: string): Knowable<T> {
  return { ok: false, error };
}
