import type { AddressBlock } from "../addresses/address-block";
import type { Capacity } from "../budget/capacity";
import { budgetCapacity, type PlannedSubnet } from "../budget/capacity-budget";
import type { ZoneLayout } from "./zone-layout";

/** The blocks of a zone's ladder that become subnets, and those reserved for growth. */
export interface ZonePlan {
  readonly zone: string;
  readonly slot: number;
  readonly subnets: readonly PlannedSubnet[];
  /** Blocks for the subnets that a greater capacity adds. No other subnet may use these addresses. */
  readonly reserved: readonly AddressBlock[];
  readonly public: AddressBlock;
}

/**
 * Plans the fewest subnets of a zone's ladder that hold the capacity. Undefined if not even all blocks hold it.
 * Laws: a greater capacity only adds subnets; other zones never matter.
 */
export function planZone({ zone, slot, ladder, public: publicBlock }: ZoneLayout, capacity: Capacity): ZonePlan | undefined {
  for (let made = 1; made <= ladder.length; made++) {
    const subnets = budgetCapacity(ladder.slice(0, made), capacity);
    if (subnets.every(({ fits }) => fits)) return { zone, slot, subnets, reserved: ladder.slice(made), public: publicBlock };
  }
  return undefined;
}
