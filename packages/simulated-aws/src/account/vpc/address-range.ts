import ipaddr from "ipaddr.js";
import { AwsError } from "../store/aws-error";

/** An IPv4 range: its first address as a number, its number of addresses, and its prefix length. */
export interface AddressRange {
  readonly first: number;
  readonly size: number;
  readonly prefixLength: number;
}

/** The range of an IPv6-only subnet: it contains nothing, nothing contains it, and it overlaps nothing. */
const EMPTY: AddressRange = { first: -1, size: 0, prefixLength: 33 };

/** Parses a range such as `10.0.0.0/16`. The empty text is the empty range. Throws `InvalidParameterValue` if it is not a range or has bits set after the prefix. */
export function addressRange(cidrBlock: string): AddressRange {
  if (cidrBlock === "") return EMPTY;
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidrBlock)) throw notARange(cidrBlock);
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(cidrBlock);
  const first = address.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
  const size = 2 ** (32 - prefixLength);
  if (first % size !== 0) throw notARange(cidrBlock);
  return { first, size, prefixLength };
}

export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && inner.first + inner.size <= outer.first + outer.size;
}

export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.first < other.first + other.size && other.first < one.first + one.size;
}

/** The ranges of a prefix length in `outer`, in order, as text. */
export function partsOf({ first, size }: AddressRange, prefixLength: number): readonly string[] {
  const partSize = 2 ** (32 - prefixLength);
  return Array.from({ length: Math.floor(size / partSize) }, (_, index) => `${addressText(first + index * partSize)}/${prefixLength}`);
}

/** The address with this number, such as `10.0.0.1`. */
export function addressText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}

function notARange(cidrBlock: string): AwsError {
  return new AwsError("InvalidParameterValue", `Value (${cidrBlock}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`);
}
