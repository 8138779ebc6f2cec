import { sortedBy } from "../../property/order";
import type { Account } from "../store/account";
import { combinationKey } from "../rows/combination";
import type { OwnedInterface } from "../rows/address-consumer-rows";
import { idFrom } from "../store/identifier";
import type { NetworkInterface } from "../rows/lambda-rows";

/** One network interface, for reports. */
export interface NetworkInterfaceReport {
  readonly id: string;
  readonly vpc: string;
  readonly subnet: string;
  /** The InterfaceType of EC2. `lambda` for those of Hyperplane, which alone hold combinations (docs/aws-facts.md#eni-description). */
  readonly interfaceType: string;
  /** Sorted. */
  readonly securityGroups: readonly string[];
  /**
   * The functions (`NAME`) and published versions (`NAME:VERSION`) that hold its combination, sorted. Empty while it waits for deletion.
   * For any other interface, the id of its owner.
   */
  readonly heldBy: readonly string[];
  /**
   * Whether Lambda can no longer delete it, because the execution role or its permissions were deleted first
   * (docs/aws-facts.md#eni-deletion-permissions).
   */
  readonly orphaned: boolean;
  /** As AWS writes it: the function that caused the interface, not its current users (docs/aws-facts.md#eni-description). */
  readonly description: string;
}

/** All interfaces of the account, sorted by VPC, subnet and id. */
export function networkInterfaceReport(account: Account): readonly NetworkInterfaceReport[] {
  const { networkInterfaces, ownedInterfaces } = account.tables;
  const interfaces = [...networkInterfaces.all().map((one) => hyperplaneReport(account, one)), ...ownedInterfaces.all().map(ownedReport)];
  return sortedBy(interfaces, ({ vpc, subnet, id }) => [vpc, subnet, id].join());
}

function hyperplaneReport(account: Account, one: NetworkInterface): NetworkInterfaceReport {
  const { functions, functionVersions } = account.tables;
  const key = combinationKey(one.subnetId, one.modifiedFrom ?? one.securityGroupIds);
  const holders = [...functions.where("combination", key), ...functionVersions.where("combination", key)].map(({ id }) => id);
  return {
    id: one.id,
    vpc: one.vpcId,
    subnet: one.subnetId,
    interfaceType: "lambda",
    securityGroups: one.securityGroupIds,
    heldBy: one.orphaned === true ? [] : holders.sort(),
    orphaned: one.orphaned === true,
    description: hyperplaneDescription(one),
  };
}

function ownedReport({ id, vpcId, subnetId, interfaceType, securityGroupIds, owner, description }: OwnedInterface): NetworkInterfaceReport {
  return {
    id,
    vpc: vpcId,
    subnet: subnetId,
    interfaceType,
    securityGroups: securityGroupIds,
    heldBy: [owner],
    orphaned: false,
    description,
  };
}

/** The description by which Lambda's interfaces are recognized (docs/aws-facts.md#eni-description). */
export function hyperplaneDescription({ id, madeFor }: NetworkInterface): string {
  return `AWS Lambda VPC ENI-${madeFor}-${uuid(id)}`;
}

function uuid(id: string): string {
  const digits = [0, 1].map((part) => idFrom("ela-attach", `${id} ${part}`).slice(-16)).join("");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join("-");
}
