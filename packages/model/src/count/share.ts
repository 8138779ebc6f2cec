import { between, type Count } from "./count";

/**
 * A share of a whole number, rounded up: what must stay free or may come in addition. `share` is at least 0, such as 0.2 for 20 percent.
 * What a decimal share adds to a whole number by its binary form does not count: a tenth of 30 is 3.
 * Laws: it never falls as `n` or `share` grows; `shareOf(n, 0) = 0`, also of Infinity; `shareOf(n, 1) = n`.
 */
export function shareOf(n: number, share: number): number {
  return share === 0 ? 0 : Math.max(0, Math.ceil(n * share - ROUNDING_ERROR));
}

/** What remains of a whole number once its share is kept free. */
export function lessShare(n: number, share: number): number {
  return n - shareOf(n, share);
}

/** A share of each bound of a count. */
export function shareOfCount({ min, likely, max, basis }: Count, share: number): Count {
  return between(shareOf(min, share), shareOf(likely, share), shareOf(max, share), basis);
}

/** Above the error of any product of a share and a number of addresses, and below any part of an address that a share can mean. */
const ROUNDING_ERROR = 1e-9;
