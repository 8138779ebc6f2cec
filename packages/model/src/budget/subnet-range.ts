import { readAddressBlock, usableAddresses } from "../addresses/address-block";
import type { Key } from "../facts/key";
import type { InventorySubnet } from "../facts/inventory";
import type { Knowable } from "../facts/knowable";
import type { Network, Subnet } from "../facts/network";

/** The addresses of one subnet before anybody of the stack takes any. */
export interface SubnetRange {
  /** Its IPv4 range as written. */
  readonly cidrBlock: Knowable<string>;
  /** Addresses to be had: those of its range less the five that AWS keeps and those that the inventory shows in use. */
  readonly usable: Knowable<number>;
  /** Addresses that were in use when the inventory was taken; none where it says nothing of the subnet, or the range is unknown. */
  readonly held: number;
  /** Whether all that takes addresses of it shows: in the stack, which made the subnet, or in the inventory, which counted what is free. */
  readonly complete: boolean;
}

/** Reads ranges: what the stack says of a subnet counts, and where it says nothing, what the inventory does. */
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
    const available = counted.length === 0 ? undefined : Math.min(...counted);
    const whole = hasNoIpv4(cidrBlock) ? known(0) : usableOf(cidrBlock);
    return {
      cidrBlock,
      usable: available === undefined ? whole : known(available),
      held: available !== undefined && whole.ok ? Math.max(0, whole.value - available) : 0,
      complete: available !== undefined || (managed !== undefined && managed.adopted !== true),
    };
  }

  private cidrBlock(key: Key, managed: Subnet | undefined): Knowable<string> {
    if (managed?.cidrBlock?.ok === true) return managed.cidrBlock;
    const [said, ...others] = new Set((this.inventoried.get(key) ?? []).flatMap(({ cidrBlock }) => cidrBlock ?? []));
    if (said !== undefined) return others.length === 0 ? known(said) : unknown("the inventory names several ranges for it");
    if (managed === undefined) return unknown("neither the stack nor an inventory says its range");
    return managed.cidrBlock ?? unknown(managed.adopted === true ? "its range does not show" : NO_IPV4);
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

function unknown<T>(why: string): Knowable<T> {
  return { ok: false, error: why };
}
