import type { Account } from "../store/account";
import { freeAddresses } from "./address-count";
import { addressRange, addressText } from "../vpc/address-range";
import { AwsError } from "../store/aws-error";
import type { Subnet } from "../rows/vpc-rows";

/** The errors of a service for addresses. */
export interface AddressErrors {
  /** A subnet has too few free addresses. */
  readonly noFreeAddress: (subnetId: string) => AwsError;
  /** A requested address is in use. By default, the error of EC2. */
  readonly addressInUse?: (address: string) => AwsError;
}

/** The errors of EC2 (docs/aws-facts.md#ec2-errors). */
export const ec2AddressErrors: AddressErrors = {
  noFreeAddress: (subnetId) =>
    new AwsError(
      "InsufficientFreeAddressesInSubnet",
      `The specified subnet does not contain enough free private IP addresses: ${subnetId}.`,
    ),
};

/**
 * The index of the first address that AWS assigns. It reserves the four before it and the last of the range
 * (docs/aws-facts.md#reserved-addresses).
 */
const FIRST_ASSIGNABLE = 4;

/** Addresses to assign in a subnet. AWS chooses those that are not requested. */
export interface AddressRequest {
  readonly primary?: string | undefined;
  /** The requested addresses after the primary one. */
  readonly secondary?: readonly string[];
  /** The total number of addresses. At least one, and at least as many as requested. */
  readonly count?: number;
}

/**
 * Assigns addresses of a subnet, the primary one first: those requested, then the lowest free ones. Hyperplane's interfaces count, but
 * their addresses are not visible, so they never conflict with a requested one.
 */
export function assignAddresses(
  account: Account,
  subnet: Subnet,
  { primary, secondary = [], count = 1 }: AddressRequest,
  { noFreeAddress, addressInUse = ec2AddressInUse }: AddressErrors,
): readonly string[] {
  const { first, size } = addressRange(subnet.cidrBlock);
  const assigned = new Set(account.tables.ownedInterfaces.where("subnet", subnet.id).flatMap(({ addresses }) => addresses));
  const assignable = Array.from({ length: Math.max(0, size - FIRST_ASSIGNABLE - 1) }, (_, index) =>
    addressText(first + FIRST_ASSIGNABLE + index),
  );
  const requested = primary === undefined ? secondary : [primary, ...secondary];
  for (const address of requested) {
    if (!assignable.includes(address)) throw notInSubnet(address, subnet);
    if (assigned.has(address)) throw addressInUse(address);
  }
  const needed = Math.max(count, 1 + secondary.length);
  if (freeAddresses(account, subnet.id) < needed) throw noFreeAddress(subnet.id);
  const free = assignable.filter((address) => !assigned.has(address) && !requested.includes(address)).slice(0, needed - requested.length);
  return primary === undefined ? [...free.slice(0, 1), ...secondary, ...free.slice(1)] : [...requested, ...free];
}

function ec2AddressInUse(address: string): AwsError {
  return new AwsError("InvalidIPAddress.InUse", `The specified address is already in use: ${address}`);
}

function notInSubnet(address: string, { id, cidrBlock }: Subnet): AwsError {
  return new AwsError(
    "InvalidParameterValue",
    `Address ${address} does not fall within the subnet's address range: ${id} has ${cidrBlock}, of which AWS keeps the first four and the last.`,
  );
}
