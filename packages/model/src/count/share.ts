import { between, type Count } from "./count";

/**
 * A share of an integer, rounded up: the number that must stay free or may be added. `share` is at least 0, such as 0.2 for 20 percent.
 * Errors of binary floating point are removed before rounding: a tenth of 30 is 3.
 * Laws: it never falls as `n` or `share` grows; `shareOf(n, 0) = 0`, also for Infinity; `shareOf(n, 1) = n`.
 */
export function shareOf(n: number, share: number): number {
  return share === 0 ? 0 : Math.max(0, Math.ceil(n * share - ROUNDING_ERROR));
}

/** The rest of an integer after its share is reserved. */
export function lessShare(n: number, share: number): number {
  return n - shareOf(n, share);
}

/** A share of each bound of a count. */
export function shareOfCount({ min, likely, max, basis }: Count, share: number): Count {
  return between(shareOf(min, share), shareOf(likely, share), shareOf(max, share), basis);
}

/** Greater than the error of any product of a share and a number of addresses, and less than any intended fraction of an address. */
const ROUNDING_ERROR = 1e-9;
