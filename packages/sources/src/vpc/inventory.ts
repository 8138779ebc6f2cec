import type { Inventory } from "@lambda-vpc/model";
import { saysZonesByName } from "./availability-zones";
import type { Stack } from "../stack/stack";

/** What an account holds, by AWS ids: as an inventory of it tells. Order and duplicates never matter. */
export interface SeenInventory {
  readonly subnets: readonly {
    readonly id: string;
    readonly vpcId?: string;
    readonly cidrBlock?: string;
    /** The name of its zone. */
    readonly availabilityZone?: string;
    readonly availableAddresses?: number;
  }[];
  readonly combinations: readonly { readonly subnetId: string; readonly securityGroupIds: readonly string[] }[];
}

/** The inventory by keys: an id of what the stack manages is its URN, as everywhere. */
export function readInventory(stack: Stack, { subnets, combinations }: SeenInventory): Inventory {
  const byName = saysZonesByName(stack);
  return {
    subnets: subnets.map(({ id, vpcId, availabilityZone, ...facts }) => ({
      ...facts,
      ...(byName && availabilityZone !== undefined ? { zone: availabilityZone } : {}),
      subnet: stack.keyOfId(id),
      ...(vpcId === undefined ? {} : { vpc: stack.keyOfId(vpcId) }),
    })),
    combinations: combinations.map(({ subnetId, securityGroupIds }) => ({
      subnet: stack.keyOfId(subnetId),
      securityGroups: securityGroupIds.map((id) => stack.keyOfId(id)),
    })),
  };
}
