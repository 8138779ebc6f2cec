import type { Account } from "../store/account";
import { addressRange } from "../vpc/address-range";

/** AWS reserves the first four addresses of a subnet and the last (docs/aws-facts.md#reserved-addresses). */
const RESERVED_ADDRESSES = 5;

/** The number of usable addresses of a range: 11 of a /28, 251 of a /24, none of an IPv6-only subnet. */
export function usableAddresses(cidrBlock: string): number {
  return Math.max(0, addressRange(cidrBlock).size - RESERVED_ADDRESSES);
}

/**
 * The number of free addresses of a subnet. Each Lambda interface uses one (docs/aws-facts.md#eni-address), every other interface those
 * that it lists.
 */
export function freeAddresses(account: Account, subnetId: string): number {
  const { networkInterfaces, ownedInterfaces, subnets } = account.tables;
  const subnet = subnets.get(subnetId);
  if (subnet === undefined) return 0;
  const owned = ownedInterfaces.where("subnet", subnetId).reduce((sum, { addresses }) => sum + addresses.length, 0);
  return usableAddresses(subnet.cidrBlock) - networkInterfaces.count("subnet", subnetId) - owned;
}
