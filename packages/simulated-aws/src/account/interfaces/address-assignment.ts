import type { Account } from "../store/account";
import { freeAddresses } from "./address-count";
import { addressRange } from "../vpc/address-range";
import { AwsError } from "../store/aws-error";
import type { Subnet } from "../rows/vpc-rows";

/** How a service says that addresses cannot be had. */
export interface AddressErrors {
  /** A subnet has too few of them. */
  readonly noFreeAddress: (subnetId: string) => AwsError;
  /** Somebody has the one that was asked for; EC2's words where a service has none of its own. */
  readonly addressInUse?: (address: string) => AwsError;
}

/** EC2's refusals (docs/aws-facts.md#ec2-errors). */
export const ec2AddressErrors: AddressErrors = {
  noFreeAddress: (subnetId) =>
    new AwsError(
      "InsufficientFreeAddressesInSubnet",
      `The specified subnet does not contain enough free private IP addresses: ${subnetId}.`,
    ),
};

/** The first address that AWS gives away: it keeps the four before it and the last of the range (docs/aws-facts.md#reserved-addresses). */
const FIRST_ASSIGNABLE = 4;

/** What something asks of a subnet; AWS chooses what the program did not. */
export interface AddressRequest {
  readonly primary?: string | undefined;
  /** Addresses beside the primary one that the program chose. */
  readonly secondary?: readonly string[];
  /** How many in all: one, unless more are chosen. */
  readonly count?: number;
}

/**
 * The addresses that something gets in a subnet, the primary one first: those that it chose, and of the others the lowest that nobody has.
 * Hyperplane's interfaces count, but have no address that anybody could see: those are never in the way of one that is chosen.
 */
export function assignAddresses(
  account: Account,
  subnet: Subnet,
  { primary, secondary = [], count = 1 }: AddressRequest,
  { noFreeAddress, addressInUse = ec2AddressInUse }: AddressErrors,
): readonly string[] {
  const { first, size } = addressRange(subnet.cidrBlock);
  const assigned = new Set(account.tables.ownedInterfaces.where("subnet", subnet.id).flatMap(({ addresses }) => addresses));
  const assignable = Array.from({ length: size - FIRST_ASSIGNABLE - 1 }, (_, index) => addressText(first + FIRST_ASSIGNABLE + index));
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

function addressText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
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
