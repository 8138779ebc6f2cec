import { createHash } from "node:crypto";
import type { Account } from "../store/account";
import type { AddressErrors } from "../interfaces/address-assignment";
import { freeAddresses } from "../interfaces/address-count";
import { AwsError } from "../store/aws-error";
import type { DbInstance, DbSubnetGroup } from "../rows/address-consumer-rows";
import { updateInterface, interfacesOf, createInterface, groupsOrDefault, removeInterfaces } from "../interfaces/owned-interface";
import type { Subnet } from "../rows/vpc-rows";
import { findSubnet } from "../vpc/subnet";

/**
 * Creates or replaces a DB subnet group. Throws `InvalidSubnet` for subnets of two VPCs and `DBSubnetGroupDoesNotCoverEnoughAZs` for
 * subnets in one zone (docs/aws-facts.md#database-subnet-groups).
 */
export function putDbSubnetGroup(account: Account, { subnetIds, ...request }: Omit<DbSubnetGroup, "vpcId">): DbSubnetGroup {
  const subnets = subnetIds.map((id) => findSubnet(account, id));
  const [vpcId = "", otherVpcId] = new Set(subnets.map((subnet) => subnet.vpcId));
  if (otherVpcId !== undefined) throw new AwsError("InvalidSubnet", `The subnets of ${request.id} are not all in a common VPC.`);
  if (new Set(subnets.map(({ availabilityZone }) => availabilityZone)).size < 2)
    throw new AwsError(
      "DBSubnetGroupDoesNotCoverEnoughAZs",
      "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add subnets to cover at least 2 AZs.",
    );
  return account.tables.dbSubnetGroups.put({ ...request, vpcId, subnetIds: [...new Set(subnetIds)].sort() });
}

/** Creates a DB subnet group. Names are unique: throws `DBSubnetGroupAlreadyExists`. */
export function createDbSubnetGroup(account: Account, request: Omit<DbSubnetGroup, "vpcId">): DbSubnetGroup {
  if (account.tables.dbSubnetGroups.get(request.id) !== undefined)
    throw new AwsError("DBSubnetGroupAlreadyExists", `The DB subnet group '${request.id}' already exists.`);
  return putDbSubnetGroup(account, request);
}

/** Deletes a DB subnet group without instances. Throws `InvalidDBSubnetGroupStateFault`. */
export function deleteDbSubnetGroup(account: Account, id: string): void {
  const [instance] = account.tables.dbInstances.where("subnetGroup", id);
  if (instance !== undefined)
    throw new AwsError(
      "InvalidDBSubnetGroupStateFault",
      `Cannot delete the subnet group '${id}' because the database instance ${instance.identifier} still uses it.`,
    );
  account.tables.dbSubnetGroups.remove(id);
}

/** The requested settings of a DB instance. */
export interface DbInstanceRequest extends Omit<DbInstance, "id" | "availabilityZone"> {
  readonly availabilityZone: string | undefined;
  /** Whether it has a standby, which is in another zone than the primary (docs/aws-facts.md#database-standby). */
  readonly multiAz: boolean;
  readonly securityGroupIds: readonly string[];
}

/**
 * RDS has no error code for an instance that finds no address. The instance stays in this state
 * (docs/aws-facts.md#database-without-address), which Terraform reports when it waits for another.
 */
const addressErrors: AddressErrors = {
  noFreeAddress: (subnetId) =>
    new AwsError("incompatible-network", `the DB instance cannot become available: there is no available IP address in ${subnetId}.`),
};

/**
 * Creates a DB instance. "From the DB subnet group, Amazon RDS chooses a subnet and an IP address within that subnet"
 * (docs/aws-facts.md#database-addresses). The simulation chooses the subnet with the most free addresses, and of those the first by id.
 * Identifiers are unique: throws `DBInstanceAlreadyExists`.
 */
export function createDbInstance(
  account: Account,
  { multiAz, securityGroupIds, availabilityZone, ...request }: DbInstanceRequest,
): DbInstance {
  const { dbInstances, dbSubnetGroups } = account.tables;
  if (dbInstances.count("identifier", request.identifier) > 0)
    throw new AwsError("DBInstanceAlreadyExists", `DB instance already exists: ${request.identifier}`);
  const id = `db-${createHash("sha256").update(account.nextSequenceNumber()).digest("hex").slice(0, 26).toUpperCase()}`;
  if (request.subnetGroup === undefined)
    return dbInstances.put({ ...request, id, availabilityZone: availabilityZone ?? `${request.region}a` });
  const group = dbSubnetGroups.get(request.subnetGroup);
  if (group === undefined) throw new AwsError("DBSubnetGroupNotFoundFault", `DB subnet group '${request.subnetGroup}' does not exist.`);
  const subnets = group.subnetIds.map((subnetId) => findSubnet(account, subnetId));
  const primary = subnetWithMostFreeAddresses(
    account,
    subnets.filter((subnet) => (availabilityZone ?? subnet.availabilityZone) === subnet.availabilityZone),
  );
  if (primary === undefined)
    throw new AwsError("InvalidVPCNetworkStateFault", `the DB subnet group '${group.id}' has no subnet in ${availabilityZone}.`);
  const standby = subnetWithMostFreeAddresses(
    account,
    subnets.filter((subnet) => subnet.availabilityZone !== primary.availabilityZone),
  );
  for (const subnet of [primary, ...(multiAz && standby !== undefined ? [standby] : [])])
    createInterface(account, interfaceOf(account, subnet, securityGroupIds), addressErrors, id);
  return dbInstances.put({ ...request, id, availabilityZone: primary.availabilityZone });
}

/** Replaces the security groups of an instance's interfaces. Its subnets do not change. */
export function updateDbInstance(account: Account, instance: DbInstance, securityGroupIds: readonly string[]): DbInstance {
  for (const existing of interfacesOf(account, instance.id)) {
    const subnet = findSubnet(account, existing.subnetId);
    updateInterface(account, existing, interfaceOf(account, subnet, securityGroupIds), addressErrors);
  }
  return account.tables.dbInstances.put(instance);
}

export function deleteDbInstance(account: Account, id: string): void {
  account.tables.dbInstances.remove(id);
  removeInterfaces(account, id);
}

function subnetWithMostFreeAddresses(account: Account, subnets: readonly Subnet[]): Subnet | undefined {
  return subnets.toSorted(
    (one, other) => freeAddresses(account, other.id) - freeAddresses(account, one.id) || (one.id < other.id ? -1 : 1),
  )[0];
}

function interfaceOf(account: Account, subnet: Subnet, securityGroupIds: readonly string[]) {
  return {
    subnetId: subnet.id,
    securityGroupIds: groupsOrDefault(account, subnet.vpcId, securityGroupIds),
    interfaceType: "interface",
    description: "RDSNetworkInterface",
  };
}
