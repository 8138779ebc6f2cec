import type { Account } from "../store/account";
import { freeAddresses } from "./address-count";
import { AwsError } from "../store/aws-error";
import { INTERFACE_DELETION_TIME } from "../store/simulation-settings";
import { combinationKey, combinationKeys } from "../rows/combination";
import { newId } from "../store/identifier";
import { deniedActions } from "../permissions/interface-permissions";
import type { NetworkInterface, VpcConfig } from "../rows/lambda-rows";

/*
 * Hyperplane, by the documented rules (docs/aws-facts.md#eni-sharing, docs/aws-facts.md#functions-per-eni,
 * docs/aws-facts.md#eni-connections):
 * - Each combination of a subnet and a whole set of security groups has one interface in the account, shared by all its users.
 * - The interface is created when a function is created or its VPC configuration changes, never at invocation.
 * - It uses one IPv4 address of its subnet and one of the VPC's quota.
 * - Lambda deletes it with the permissions of the execution role when no function and no published version uses it. Without them it stays.
 * Scaling beyond 65,000 connections needs traffic, which the simulation does not have.
 */

interface Consumer {
  readonly name: string;
  readonly role: string;
}

/**
 * Acquires the interfaces of a configuration for `consumer`. Returns how many were created. Throws `EniLimitExceeded` and
 * `SubnetOutOfIPAddresses`, the function's StateReasonCode in these cases (docs/aws-facts.md#function-failures).
 */
export function acquireInterfaces(account: Account, consumer: Consumer, config: VpcConfig): number {
  return config.subnetIds.filter((subnetId) => acquire(account, consumer, config, subnetId)).length;
}

function acquire(account: Account, { name, role }: Consumer, { vpcId, securityGroupIds }: VpcConfig, subnetId: string): boolean {
  const { networkInterfaces } = account.tables;
  const [shared] = networkInterfaces.where("combination", combinationKey(subnetId, securityGroupIds));
  if (shared !== undefined) {
    if (shared.role !== role || shared.reclaimedAt !== undefined) networkInterfaces.put({ ...shared, role, reclaimedAt: undefined });
    return false;
  }
  const { interfacesPerVpc } = account.settings;
  if (quotaUsage(account, vpcId) >= interfacesPerVpc)
    throw new AwsError(
      "EniLimitExceeded",
      `function ${name} needs one more Hyperplane ENI in ${vpcId}, which has ${interfacesPerVpc}: You have exceeded the maximum limit for Lambda HyperPlane ENIs for your VPC.`,
    );
  if (freeAddresses(account, subnetId) < 1)
    throw new AwsError(
      "SubnetOutOfIPAddresses",
      `function ${name} needs a Hyperplane ENI in ${subnetId}, which has no available IP addresses left.`,
    );
  networkInterfaces.put({ id: newId(account, "eni"), subnetId, vpcId, securityGroupIds, madeFor: name, role });
  return true;
}

/**
 * The number of interfaces that count against a VPC's quota, which "is shared with other services, such as Amazon EFS"
 * (docs/aws-facts.md#eni-quota-sharing). AWS names no other service.
 */
export function quotaUsage(account: Account, vpcId: string): number {
  return account.tables.networkInterfaces.count("vpc", vpcId) + account.tables.mountTargets.count("vpc", vpcId);
}

/** Releases the interfaces that only `consumer` used. Call it after the consumer's row was removed or changed. */
export function releaseInterfaces(account: Account, consumer: { readonly role: string; readonly vpcConfig?: VpcConfig }): void {
  const { functions, functionVersions, networkInterfaces } = account.tables;
  for (const key of combinationKeys(consumer)) {
    if (functions.count("combination", key) + functionVersions.count("combination", key) > 0) continue;
    for (const unused of networkInterfaces.where("combination", key)) scheduleDeletion(account, { ...unused, role: consumer.role });
  }
}

function scheduleDeletion(account: Account, unused: NetworkInterface): void {
  const { networkInterfaces } = account.tables;
  const { timeScale, now } = account.settings;
  if (!canDeleteInterfaces(account, unused.role)) networkInterfaces.put({ ...unused, orphaned: true });
  else if (timeScale === 0) networkInterfaces.remove(unused.id);
  else networkInterfaces.put({ ...unused, reclaimedAt: now() + INTERFACE_DELETION_TIME * timeScale });
}

/** Deletes the interfaces whose deletion time has passed. */
export function deleteExpiredInterfaces(account: Account): void {
  const pending = account.tables.networkInterfaces.where("lingering", "all");
  for (const { id, reclaimedAt = Infinity } of pending)
    if (reclaimedAt <= account.settings.now()) account.tables.networkInterfaces.remove(id);
}

/**
 * Orphans interfaces that wait for deletion with a role that no longer permits it. Call it after every change of the role's permissions.
 */
export function orphanInterfaces(account: Account, role: string): void {
  if (canDeleteInterfaces(account, role)) return;
  for (const pending of account.tables.networkInterfaces.where("lingering", role))
    account.tables.networkInterfaces.put({ ...pending, reclaimedAt: undefined, orphaned: true });
}

/**
 * Lambda deletes interfaces with the permissions of the execution role, and cannot if these were removed first
 * (docs/aws-facts.md#eni-deletion-permissions).
 */
function canDeleteInterfaces(account: Account, roleArn: string): boolean {
  return !deniedActions(account, roleArn).includes("ec2:DeleteNetworkInterface");
}

/** The time at which Lambda deletes the last pending interface in a subnet or with a group. Undefined if none is pending. */
export function lastInterfaceDeletion(account: Account, index: "subnet" | "group", id: string): number | undefined {
  const times = account.tables.networkInterfaces.where(index, id).flatMap(({ reclaimedAt = [] }) => reclaimedAt);
  return times.length === 0 ? undefined : Math.max(...times);
}
