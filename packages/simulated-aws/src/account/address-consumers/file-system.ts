import type { Account } from "../store/account";
import type { AddressErrors } from "../interfaces/address-assignment";
import { AwsError } from "../store/aws-error";
import type { FileSystem, MountTarget } from "../rows/address-consumer-rows";
import { quotaUsage } from "../interfaces/hyperplane";
import { newId } from "../store/identifier";
import {
  updateInterface,
  type InterfaceRequest,
  interfacesOf,
  createInterface,
  groupsOrDefault,
  removeInterfaces,
} from "../interfaces/owned-interface";
import type { Subnet } from "../rows/vpc-rows";
import { findSubnet } from "../vpc/subnet";

/** @param request with an id only where the file system existed before */
export function createFileSystem(account: Account, request: Omit<FileSystem, "id"> & Partial<Pick<FileSystem, "id">>): FileSystem {
  return account.tables.fileSystems.put({ ...request, id: request.id ?? newId(account, "fs") });
}

/** Deletes a file system without mount targets, and its access points. Throws `FileSystemInUse`. */
export function deleteFileSystem(account: Account, id: string): void {
  const [target] = account.tables.mountTargets.where("fileSystem", id);
  if (target !== undefined) throw new AwsError("FileSystemInUse", `The file system '${id}' has a mount target: ${target.id}.`);
  for (const point of account.tables.accessPoints.where("fileSystem", id)) account.tables.accessPoints.remove(point.id);
  account.tables.fileSystems.remove(id);
}

export interface MountTargetRequest {
  readonly fileSystemId: string;
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly ipAddress: string | undefined;
}

/** Errors as EFS words them (docs/aws-facts.md#mount-target-addresses). */
const addressErrors: AddressErrors = {
  noFreeAddress: (subnetId) => new AwsError("NoFreeAddressesInSubnet", `There are no free IP addresses in the subnet ${subnetId}.`),
  addressInUse: (address) => new AwsError("IpAddressInUse", `The IP address ${address} is in use.`),
};

/**
 * Creates a mount target: one interface with one address in one subnet of a zone. All mount targets of a file system are in one VPC
 * (docs/aws-facts.md#mount-target-addresses). A mount target counts against the VPC's quota of Lambda interfaces
 * (docs/aws-facts.md#eni-quota-sharing): throws `NetworkInterfaceLimitExceeded`.
 */
export function createMountTarget(
  account: Account,
  { fileSystemId, subnetId, securityGroupIds, ipAddress }: MountTargetRequest,
): MountTarget {
  const { fileSystems, mountTargets } = account.tables;
  if (fileSystems.get(fileSystemId) === undefined)
    throw new AwsError("FileSystemNotFound", `File system '${fileSystemId}' does not exist.`);
  const { vpcId, availabilityZone } = withErrorCode("SubnetNotFound", () => findSubnet(account, subnetId));
  const conflicting = mountTargets
    .where("fileSystem", fileSystemId)
    .find((one) => one.vpcId !== vpcId || one.availabilityZone === availabilityZone);
  if (conflicting !== undefined)
    throw new AwsError(
      "MountTargetConflict",
      conflicting.vpcId === vpcId
        ? `mount target already exists in this AZ: ${conflicting.id} in ${availabilityZone}`
        : `requested subnet for new mount target is not in the same VPC as existing mount targets: ${conflicting.id} is in ${conflicting.vpcId}`,
    );
  const { interfacesPerVpc } = account.settings;
  if (quotaUsage(account, vpcId) >= interfacesPerVpc)
    throw new AwsError(
      "NetworkInterfaceLimitExceeded",
      `${vpcId} has ${interfacesPerVpc} network interfaces, as many as its quota allows.`,
    );
  const id = newId(account, "fsmt");
  createInterface(
    account,
    { ...interfaceOf(account, id, fileSystemId, { id: subnetId, vpcId }, securityGroupIds), primary: ipAddress },
    addressErrors,
    id,
  );
  return mountTargets.put({ id, fileSystemId, vpcId, availabilityZone, creating: true });
}

/** Makes a mount target available, unless it was deleted in the meantime. */
export function finishMountTarget(account: Account, id: string): void {
  const { mountTargets } = account.tables;
  const target = mountTargets.get(id);
  if (target === undefined) return;
  const { fileSystemId, vpcId, availabilityZone } = target;
  mountTargets.put({ id, fileSystemId, vpcId, availabilityZone });
}

/** Replaces the security groups of a mount target's interface. */
export function updateMountTarget(account: Account, { id, fileSystemId }: MountTarget, securityGroupIds: readonly string[]): void {
  for (const existing of interfacesOf(account, id)) {
    const subnet = { id: existing.subnetId, vpcId: existing.vpcId };
    updateInterface(account, existing, interfaceOf(account, id, fileSystemId, subnet, securityGroupIds), addressErrors);
  }
}

/** The mount target with this id. Throws `MountTargetNotFound`. */
export function findMountTarget(account: Account, id: string): MountTarget {
  const target = account.tables.mountTargets.get(id);
  if (target === undefined) throw new AwsError("MountTargetNotFound", `Mount target '${id}' does not exist.`);
  return target;
}

export function deleteMountTarget(account: Account, id: string): void {
  account.tables.mountTargets.remove(id);
  removeInterfaces(account, id);
}

function interfaceOf(
  account: Account,
  id: string,
  fileSystemId: string,
  subnet: Pick<Subnet, "id" | "vpcId">,
  securityGroupIds: readonly string[],
): InterfaceRequest {
  return {
    subnetId: subnet.id,
    securityGroupIds: groupsOrDefault(account, subnet.vpcId, securityGroupIds),
    interfaceType: "interface",
    description: `EFS mount target for ${fileSystemId} (${id})`,
  };
}

function withErrorCode<Found>(code: string, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    throw error instanceof AwsError ? new AwsError(code, error.reason) : error;
  }
}
