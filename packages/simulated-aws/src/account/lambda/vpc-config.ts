import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import type { VpcConfig } from "../rows/lambda-rows";
import { findSecurityGroup } from "../vpc/security-group";
import { findSubnet } from "../vpc/subnet";
import { findVpc } from "../vpc/vpc";

/** A function can have 16 subnets and 5 security groups (docs/aws-facts.md#function-limits). */
const MAX_SUBNETS = 16;
const MAX_SECURITY_GROUPS = 5;

/** The requested VPC configuration. Order and repetition do not matter. */
export type VpcConfigRequest = Omit<VpcConfig, "vpcId">;

/**
 * The VPC configuration of `name`, such as `function orders`. Undefined without subnets: it is then not in a VPC. Throws
 * `ValidationException` if the request exceeds the limits, and `InvalidParameterValueException` for unknown ids, for two VPCs, for a VPC
 * of dedicated tenancy and for IPv6 without dual-stack subnets (docs/aws-facts.md#dedicated-tenancy, docs/aws-facts.md#dual-stack).
 */
export function vpcConfigOf(account: Account, name: string, request: VpcConfigRequest): VpcConfig | undefined {
  requireAtMost(MAX_SUBNETS, request.subnetIds, "subnetIds");
  requireAtMost(MAX_SECURITY_GROUPS, request.securityGroupIds, "securityGroupIds");
  const subnets = request.subnetIds.map((id) => asLambdaError("DescribeSubnets", () => findSubnet(account, id)));
  const groups = request.securityGroupIds.map((id) => asLambdaError("DescribeSecurityGroups", () => findSecurityGroup(account, id)));
  const [vpcId, otherVpcId] = new Set([...subnets, ...groups].map((part) => part.vpcId));
  if (otherVpcId !== undefined)
    throw new AwsError(
      "InvalidParameterValueException",
      `${name}: subnets and security groups must belong to one VPC, not to ${vpcId} and ${otherVpcId}`,
    );
  if (vpcId === undefined || subnets.length === 0) return undefined;
  if (findVpc(account, vpcId).instanceTenancy === "dedicated")
    throw new AwsError(
      "InvalidParameterValueException",
      `${name}: functions cannot connect to ${vpcId}, a VPC of dedicated instance tenancy`,
    );
  const ipv4OnlySubnet = request.ipv6AllowedForDualStack ? subnets.find(({ ipv6CidrBlock }) => ipv6CidrBlock === undefined) : undefined;
  if (ipv4OnlySubnet !== undefined)
    throw new AwsError(
      "InvalidParameterValueException",
      `${name}: all subnets must be dual-stack subnets to allow IPv6 traffic, and ${ipv4OnlySubnet.id} has no IPv6 CIDR block`,
    );
  return { ...request, vpcId, subnetIds: unique(request.subnetIds), securityGroupIds: unique(request.securityGroupIds) };
}

function requireAtMost(most: number, ids: readonly string[], name: string): void {
  if (ids.length > most)
    throw new AwsError(
      "ValidationException",
      `1 validation error detected: Value '[${ids.join(", ")}]' at 'vpcConfig.${name}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
    );
}

/** Lambda includes the error of EC2 for unknown ids. */
function asLambdaError<Found>(call: string, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new AwsError(
      "InvalidParameterValueException",
      `Error occurred while ${call}. EC2 Error Code: ${error.code}. EC2 Error Message: ${error.reason}`,
    );
  }
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
