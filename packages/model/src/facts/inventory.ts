import type { Key } from "./key";

/** What the account holds in addition to the stack. No preview shows it. Order and duplicates never matter. */
export interface Inventory {
  /** Facts about subnets, for those that the stack does not manage. */
  readonly subnets: readonly InventorySubnet[];
  /** The combinations that the account holds already: those of other stacks, and of this one before the deployment. */
  readonly combinations: readonly HeldCombination[];
}

export interface InventorySubnet {
  readonly subnet: Key;
  readonly vpc?: Key;
  readonly cidrBlock?: string;
  /** The name of its availability zone, such as `us-east-1a`. */
  readonly zone?: string;
  /** Its free IPv4 addresses when the inventory was taken (AWS: AvailableIpAddressCount). */
  readonly availableAddresses?: number;
}

export interface HeldCombination {
  readonly subnet: Key;
  readonly securityGroups: readonly Key[];
}
