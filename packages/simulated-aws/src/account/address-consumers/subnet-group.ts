import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import type { SubnetGroup } from "../rows/address-consumer-rows";
import { findSubnet } from "../vpc/subnet";

/** The key of a subnet group: names are unique within a service. */
export function subnetGroupKey(service: string, name: string): string {
  return `${service} ${name}`;
}

/** Creates a subnet group. Throws `SubnetGroupAlreadyExists` for a name that the service has. */
export function createSubnetGroup(account: Account, request: Omit<SubnetGroup, "id" | "vpcId">): SubnetGroup {
  const { service, name } = request;
  if (account.tables.subnetGroups.get(subnetGroupKey(service, name)) !== undefined)
    throw new AwsError("SubnetGroupAlreadyExists", `The ${service} subnet group '${name}' already exists.`);
  return putSubnetGroup(account, request);
}

/** Creates or replaces a subnet group. Its subnets are in one VPC (docs/aws-facts.md#other-subnet-groups): throws `InvalidSubnet`. */
export function putSubnetGroup(account: Account, request: Omit<SubnetGroup, "id" | "vpcId">): SubnetGroup {
  const { service, name } = request;
  const [vpcId = "", otherVpcId] = new Set(request.subnetIds.map((id) => findSubnet(account, id).vpcId));
  if (otherVpcId !== undefined) throw new AwsError("InvalidSubnet", `The subnets of ${name} are not all in a common VPC.`);
  const subnetIds = [...new Set(request.subnetIds)].sort();
  return account.tables.subnetGroups.put({ ...request, id: subnetGroupKey(service, name), vpcId, subnetIds });
}
