import type { Count } from "@lambda-vpc/model";
import * as v from "valibot";

/** A count in JSON, which has no infinity: a bound is null if there is none. */
export const countValue = v.strictObject({
  min: v.nullable(v.number()),
  likely: v.nullable(v.number()),
  max: v.nullable(v.number()),
  basis: v.picklist(["known", "dependencies"]),
});

export type CountValue = v.InferOutput<typeof countValue>;

/** Law: `countOf(valueOf(count))` equals `count`. */
export function valueOf({ min, likely, max, basis }: Count): CountValue {
  return { min: finite(min), likely: finite(likely), max: finite(max), basis };
}

/** An absent `likely` is infinite as the nearest bound is. */
export function countOf({ min, likely, max, basis }: CountValue): Count {
  return { min: min ?? -Infinity, likely: likely ?? (max === null ? Infinity : -Infinity), max: max ?? Infinity, basis };
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}
