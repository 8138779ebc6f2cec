import { failure, type Result, success } from "../count/result";
import ipaddr from "ipaddr.js";

/*
 * A block is 2^(32 − prefix length) addresses in a row that begin at a multiple of their number, so that halving it gives two blocks, and two
 * blocks are one inside the other or apart:
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
  /** How many leading bits its addresses share: the greater, the smaller the block. */
  readonly prefixLength: number;
}

/** The largest and the smallest block that a VPC or a subnet may have (docs/aws-facts.md#subnet-sizes). */
export const LARGEST_BLOCK = 16;
export const SMALLEST_BLOCK = 28;

/** Addresses of each subnet that AWS keeps: the first four and the last (docs/aws-facts.md#reserved-addresses). */
export const RESERVED_ADDRESSES = 5;

/** What a text turns out to be: a block, or why it is none that a VPC or a subnet can have, with the fix. */
export type BlockReading = Result<AddressBlock>;

/** Reads `10.0.0.0/24`. An IPv6 range is never taken for an IPv4 one, and nothing is rounded. */
export function readAddressBlock(text: string): BlockReading {
  if (ipaddr.IPv6.isValidCIDR(text)) return refused(`${text} is an IPv6 range; give an IPv4 one, such as 10.0.0.0/24`);
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return refused(`"${text}" is no IPv4 range; write it as 10.0.0.0/24`);
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(text);
  if (prefixLength < LARGEST_BLOCK || prefixLength > SMALLEST_BLOCK)
    return refused(
      `${text} is not between /${SMALLEST_BLOCK} and /${LARGEST_BLOCK}, which AWS takes; choose a prefix length from 16 to 28`,
    );
  const network = ipaddr.IPv4.networkAddressFromCIDR(text);
  if (address.toString() !== network.toString())
    return refused(`${text} has bits set behind its prefix; write ${network.toString()}/${prefixLength}`);
  const first = network.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
  return success({ first, prefixLength });
}

/** Why a text is no block; it tells the fix too. */
function refused(why: string): BlockReading {
  return failure(why);
}

/** The block as `10.0.0.0/24`. Law: reading it gives the block again. */
export function formatAddressBlock({ first, prefixLength }: AddressBlock): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${new ipaddr.IPv4(bytes).toString()}/${prefixLength}`;
}

/** How many addresses blocks of a prefix length have. */
export function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** How many addresses of a subnet with this prefix length can be used: /28 11, /27 27, /26 59, /24 251, /16 65,531. */
export function usableAddresses(prefixLength: number): number {
  return sizeOf(prefixLength) - RESERVED_ADDRESSES;
}

/**
 * The prefix length of the smallest subnet with room for so many addresses; `smallest` is the smallest that may be had. Undefined where not
 * even a /16 has room.
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

/** The order of first addresses; of two blocks that begin together the larger is first. */
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
