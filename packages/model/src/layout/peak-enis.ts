import type { Capacity } from "../budget/capacity";
import { shareOf } from "../count/share";

/**
 * The ENIs that a capacity holds over `subnets` at its peak: one per set and subnet, and one more per subnet for the share of the sets whose
 * functions are changing over. Rounded up per subnet, as subnet budgets are.
 */
export function peakEnis({ sets, changeover }: Pick<Capacity, "sets" | "changeover">, subnets: number): number {
  return (sets + shareOf(sets, changeover)) * subnets;
}
