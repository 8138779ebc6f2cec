import type { Account } from "../store/account";
import { addressRange } from "./address-range";
import { AwsError } from "../store/aws-error";
import { idFrom, newId } from "../store/identifier";
import { generatedIpv6Range } from "./ipv6-range";
import type { Vpc } from "../rows/vpc-rows";

type VpcRequest = Omit<Vpc, "id" | "mainRouteTableId" | "defaultSecurityGroupId"> & { readonly id?: string };

/** Makes a VPC with its main route table and its default security group. A VPC is /16 to /28 (docs/aws-facts.md#subnet-sizes): else `InvalidVpc.Range`. */
export function createVpc(account: Account, request: VpcRequest): Vpc {
  const { prefixLength } = addressRange(request.cidrBlock);
  if (prefixLength < 16 || prefixLength > 28) throw new AwsError("InvalidVpc.Range", `The CIDR '${request.cidrBlock}' is invalid.`);
  const { routeTables, securityGroups, securityGroupRules, vpcs } = account.tables;
  const id = request.id ?? newId(account, "vpc");
  const { region } = request;
  const main = routeTables.put({ id: idFrom("rtb", id), vpcId: id, region, routes: [], tags: {} });
  const group = securityGroups.put({
    id: idFrom("sg", id),
    vpcId: id,
    region,
    name: "default",
    description: "default VPC security group",
    tags: {},
  });
  const vpc = vpcs.put({ ...request, id, mainRouteTableId: main.id, defaultSecurityGroupId: group.id });
  const rule = { groupId: group.id, protocol: "-1", description: "", tags: {} };
  securityGroupRules.put({ ...rule, id: newId(account, "sgr"), direction: "ingress", peer: { referencedSecurityGroupId: group.id } });
  securityGroupRules.put({ ...rule, id: newId(account, "sgr"), direction: "egress", peer: { cidrIpv4: "0.0.0.0/0" } });
  return vpc;
}

/** The VPC with this id. Throws `InvalidVpcID.NotFound`. */
export function findVpc(account: Account, id: string): Vpc {
  const vpc = account.tables.vpcs.get(id);
  if (vpc === undefined) throw new AwsError("InvalidVpcID.NotFound", `The vpc ID '${id}' does not exist`);
  return vpc;
}

/** What a VPC is to have of IPv6: the range that Amazon generates for it, one that the program names, or none. */
export interface Ipv6Request {
  readonly generated: boolean;
  readonly ipv6CidrBlock: string | undefined;
}

/**
 * Associates a VPC's IPv6 range, or takes it away. Throws `InvalidCidrBlock.InUse` while a subnet is within the one that it has (docs/aws-facts.md#vpc-ranges).
 */
export function putIpv6Range(account: Account, id: string, { generated, ipv6CidrBlock: requested }: Ipv6Request): Vpc {
  const [vpc, generatedRange] = [findVpc(account, id), generatedIpv6Range(id)];
  const ipv6CidrBlock = generated ? generatedRange : requested === generatedRange ? undefined : requested;
  if (ipv6CidrBlock === vpc.ipv6CidrBlock) return vpc;
  if (account.tables.subnets.where("vpc", id).some((subnet) => subnet.ipv6CidrBlock !== undefined))
    throw new AwsError("InvalidCidrBlock.InUse", `The vpc ${id} currently has a subnet within CIDR block ${vpc.ipv6CidrBlock ?? ""}`);
  return account.tables.vpcs.put({ ...vpc, ipv6CidrBlock });
}

/** Removes a VPC that is empty but for what came with it. Throws `DependencyViolation`. */
export function deleteVpc(account: Account, id: string): void {
  const vpc = findVpc(account, id);
  const { internetGateways, egressOnlyInternetGateways, vpcEndpoints } = account.tables;
  const { routeTables, securityGroups, securityGroupRules, subnets, vpcCidrBlocks, vpcs } = account.tables;
  const others = [
    ...subnets.where("vpc", id),
    ...internetGateways.where("vpc", id),
    ...egressOnlyInternetGateways.where("vpc", id),
    ...vpcEndpoints.where("vpc", id),
    ...routeTables.where("vpc", id).filter((table) => table.id !== vpc.mainRouteTableId),
    ...securityGroups.where("vpc", id).filter((group) => group.id !== vpc.defaultSecurityGroupId),
  ];
  if (others[0] !== undefined)
    throw new AwsError(
      "DependencyViolation",
      `The vpc '${id}' has dependencies and cannot be deleted: ${others.length} of its own, among them ${others[0].id}.`,
    );
  for (const rule of securityGroupRules.where("group", vpc.defaultSecurityGroupId)) securityGroupRules.remove(rule.id);
  for (const { id: block } of vpcCidrBlocks.where("vpc", id)) vpcCidrBlocks.remove(block);
  securityGroups.remove(vpc.defaultSecurityGroupId);
  routeTables.remove(vpc.mainRouteTableId);
  vpcs.remove(id);
}

/** The Region's default VPC, which an account has only when it was seeded with one. Throws `VPCIdNotSpecified`. */
export function findDefaultVpc(account: Account, region: string): Vpc {
  const found = account.tables.vpcs.all().find((vpc) => vpc.isDefault === true && vpc.region === region);
  if (found === undefined) throw new AwsError("VPCIdNotSpecified", `No default VPC for this user in ${region}`);
  return found;
}
