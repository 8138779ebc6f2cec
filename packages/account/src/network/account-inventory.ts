import { type AccountReading, auditAccount, compareKeys } from "@lambda-vpc/model";

/** The setting `inventory` of a pack, with what was true of an account when it was read. */
export interface AccountInventory {
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly subnets: readonly InventorySubnet[];
  readonly combinations: readonly InventoryCombination[];
}

export interface InventorySubnet {
  readonly id: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly availableAddresses: number;
  readonly cidrBlock?: string;
}

export interface InventoryCombination {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
}

/**
 * What packs need to know of an account: its subnets, and the combinations that have an interface which a function holds. Functions can use those without
 * a new interface. A combination of an idle function has none, and an interface without holders will be deleted.
 */
export function accountInventory(reading: AccountReading): AccountInventory {
  const held = auditAccount(reading).interfaces.filter(({ state }) => state === "held");
  const combinations = new Map(
    held.map(({ subnet, securityGroups }): readonly [string, InventoryCombination] => {
      const securityGroupIds = [...securityGroups].sort(compareKeys);
      return [[subnet, ...securityGroupIds].join(" "), { subnetId: subnet, securityGroupIds }];
    }),
  );
  const subnets = reading.subnets.map(({ id, vpc, zone, availableAddresses, cidrBlock }) => ({
    ...{ id, vpcId: vpc, availabilityZone: zone, availableAddresses },
    ...(cidrBlock === undefined ? {} : { cidrBlock }),
  }));
  return {
    takenAt: reading.readAt,
    subnets: subnets.sort((left, right) => compareKeys(left.id, right.id)),
    combinations: [...combinations].sort(([left], [right]) => compareKeys(left, right)).map(([, one]) => one),
  };
}
