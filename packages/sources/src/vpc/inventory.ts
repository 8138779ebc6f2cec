import type { Inventory } from "@lambda-vpc/model";
import { usesZoneNames } from "./availability-zones";
import type { Stack } from "../stack/stack";

/** The contents of an account by AWS ids, as read from an inventory. Order and duplicates never matter. */
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

/** The inventory by keys: the id of a resource that the stack manages becomes its URN. */
export function readInventory(stack: Stack, { subnets, combinations }: SeenInventory): Inventory {
  const byName = usesZoneNames(stack);
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
