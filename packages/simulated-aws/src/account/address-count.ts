import type { Account } from "./account";
import { addressRange } from "./address-range";

/** AWS keeps the first four addresses of a subnet and the last (EC2 CreateSubnet). */
const RESERVED_ADDRESSES = 5;

/** How many addresses a range offers to whoever uses them: 11 of a /28, 251 of a /24. */
export function usableAddresses(cidrBlock: string): number {
  return addressRange(cidrBlock).size - RESERVED_ADDRESSES;
}

/** How many addresses of a subnet nobody has: each Lambda interface takes one (lambda-eni, section 4). */
export function addressesLeft(account: Account, subnetId: string): number {
  const subnet = account.tables.subnets.get(subnetId);
  return subnet === undefined ? 0 : usableAddresses(subnet.cidrBlock) - account.tables.networkInterfaces.count("subnet", subnetId);
}
