import type { AddressBlock } from "../addresses/address-block";
import type { Capacity } from "../budget/capacity";
import { budgetCapacity, type PlannedSubnet } from "../budget/capacity-budget";
import type { ZoneLayout } from "./zone-layout";

/** What of a zone's ladder is made, and what is left beside. */
export interface ZonePlan {
  readonly zone: string;
  readonly slot: number;
  readonly subnets: readonly PlannedSubnet[];
  /** Subnets that a greater capacity would make beside them: nobody else may take these addresses. */
  readonly room: readonly AddressBlock[];
  readonly public: AddressBlock;
}

/**
 * Makes the fewest subnets of a zone's ladder that have room for the capacity; undefined where not even all have.
 * Law: a greater capacity only adds subnets, and other zones have no say.
 */
export function planZone({ zone, slot, ladder, public: open }: ZoneLayout, capacity: Capacity): ZonePlan | undefined {
  for (let made = 1; made <= ladder.length; made++) {
    const subnets = budgetCapacity(ladder.slice(0, made), capacity);
    if (subnets.every(({ fits }) => fits)) return { zone, slot, subnets, room: ladder.slice(made), public: open };
  }
  return undefined;
}
