import { failure, type Result, success } from "../count/result";
import ipaddr from "ipaddr.js";

/*
 * A block is 2^(32 − prefix length) consecutive addresses that begin at a multiple of their number. So half a block is a block, and two blocks
 * either do not overlap or one contains the other:
 *
 *     10.0.0.0/26   ├───────────────────────────────┤
 *     10.0.0.0/27   ├───────────────┤
 *     10.0.0.32/27                  ├───────────────┤
 *     10.0.0.48/28                          ├───────┤      inside the second, apart from the first
 */

/** A block of IPv4 addresses as a plain value. Equal blocks have equal fields; the source of every block is `readAddressBlock` or another block. */
export interface AddressBlock {
  /** Its first address, as a number. */
  readonly first: number;
  /** The number of leading bits that its addresses share. A greater number is a smaller block. */
  readonly prefixLength: number;
}

/** The largest and the smallest block that a VPC or a subnet may have (docs/aws-facts.md#subnet-sizes). */
export const LARGEST_BLOCK = 16;
export const SMALLEST_BLOCK = 28;

/** Addresses of each subnet that AWS reserves: the first four and the last (docs/aws-facts.md#reserved-addresses). */
export const RESERVED_ADDRESSES = 5;

/** The block of a text, or why a VPC or a subnet cannot have it, with the fix after "; ". */
export type BlockReading = Result<AddressBlock>;

/** Reads `10.0.0.0/24`. An IPv6 range is never read as an IPv4 range, and nothing is rounded. */
export function readAddressBlock(text: string): BlockReading {
  if (ipaddr.IPv6.isValidCIDR(text)) return failure(`${text} is an IPv6 range; specify an IPv4 range such as 10.0.0.0/24`);
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return failure(`"${text}" is not an IPv4 range; write a range such as 10.0.0.0/24`);
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(text);
  if (prefixLength < LARGEST_BLOCK || prefixLength > SMALLEST_BLOCK)
    return failure(`${text} has a size that AWS does not accept; choose a prefix length from ${LARGEST_BLOCK} to ${SMALLEST_BLOCK}`);
  const network = ipaddr.IPv4.networkAddressFromCIDR(text);
  if (address.toString() !== network.toString())
    return failure(`${text} has bits set after its prefix; write ${network.toString()}/${prefixLength}`);
  const first = network.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
  return success({ first, prefixLength });
}

/** The block as `10.0.0.0/24`. Law: reading it gives the block again. */
export function formatAddressBlock({ first, prefixLength }: AddressBlock): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${new ipaddr.IPv4(bytes).toString()}/${prefixLength}`;
}

/** The number of addresses in a block of a prefix length. */
export function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** The number of addresses that can be used in a subnet of a prefix length: /28 11, /27 27, /26 59, /24 251, /16 65,531. */
export function usableAddresses(prefixLength: number): number {
  return sizeOf(prefixLength) - RESERVED_ADDRESSES;
}

/**
 * The prefix length of the smallest subnet with that many usable addresses; `smallest` is the prefix length of the smallest subnet to consider.
 * Undefined if a /16 does not have that many.
 */
export function fittingPrefixLength(addresses: number, smallest = SMALLEST_BLOCK): number | undefined {
  const lengths = Array.from({ length: smallest - LARGEST_BLOCK + 1 }, (_, index) => smallest - index);
  return lengths.find((prefixLength) => addresses <= usableAddresses(prefixLength));
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: AddressBlock, inner: AddressBlock): boolean {
  const offset = inner.first - outer.first;
  return inner.prefixLength >= outer.prefixLength && offset >= 0 && offset < sizeOf(outer.prefixLength);
}

/** Whether any address is in both. */
export function overlaps(one: AddressBlock, other: AddressBlock): boolean {
  return contains(one, other) || contains(other, one);
}

/** Orders blocks by first address. Of two blocks with the same first address, the larger is first. */
export function compareBlocks(one: AddressBlock, other: AddressBlock): number {
  return one.first - other.first || one.prefixLength - other.prefixLength;
}

/** The lower and the upper half of a block. */
export function halves({ first, prefixLength }: AddressBlock): readonly [AddressBlock, AddressBlock] {
  const half = prefixLength + 1;
  return [
    { first, prefixLength: half },
    { first: first + sizeOf(half), prefixLength: half },
  ];
}
