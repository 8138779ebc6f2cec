import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import type { VpcConfig } from "../rows/lambda-rows";
import type { SecurityGroup } from "../rows/security-group-rows";
import type { Subnet } from "../rows/vpc-rows";
import { findSecurityGroup } from "../vpc/security-group";
import { isUsableIn } from "../vpc/security-group-vpc-association";
import { findSubnet } from "../vpc/subnet";
import { findVpc } from "../vpc/vpc";

/** A function can have 16 subnets and 5 security groups (docs/aws-facts.md#function-limits). */
const MAX_SUBNETS = 16;
const MAX_SECURITY_GROUPS = 5;

/** The requested VPC configuration. Order and repetition do not matter. */
export type VpcConfigRequest = Omit<VpcConfig, "vpcId">;

/**
 * The VPC configuration of a function. Undefined without subnets and groups: it is then not in a VPC. Throws
 * `InvalidParameterValueException` if only one of the lists is empty (docs/aws-facts.md#subnets-with-groups), and if a function without a
 * VPC requests IPv6 (docs/aws-facts.md#ipv6-without-vpc). Otherwise it throws as `vpcConfigOf` does.
 */
export function functionVpcConfigOf(account: Account, name: string, request: VpcConfigRequest): VpcConfig | undefined {
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = request;
  requireLimits(request);
  if ((subnetIds.length === 0) !== (securityGroupIds.length === 0))
    throw invalid(name, "SubnetIds and SecurityIds must coexist or be both empty list.");
  if (subnetIds.length === 0 && ipv6AllowedForDualStack)
    throw invalid(
      name,
      "Ipv6AllowedForDualStack cannot be true without subnet or security groups. Please remove Ipv6AllowedForDualStack value from your request and try again.",
    );
  return vpcConfigOf(account, name, request);
}

/**
 * The VPC configuration of `name`, such as `function orders`. Undefined without subnets. Throws `ValidationException` if the request
 * exceeds the limits, and `InvalidParameterValueException` for unknown ids, for two VPCs (docs/aws-facts.md#one-vpc), for a VPC of
 * dedicated tenancy (docs/aws-facts.md#dedicated-tenancy), for IPv6 without dual-stack subnets (docs/aws-facts.md#dual-stack) and for
 * IPv6-only subnets (docs/aws-facts.md#ipv6-only-subnets).
 */
export function vpcConfigOf(account: Account, name: string, request: VpcConfigRequest): VpcConfig | undefined {
  requireLimits(request);
  const subnets = request.subnetIds.map((id) => asLambdaError("DescribeSubnets", () => findSubnet(account, id)));
  const groups = request.securityGroupIds.map((id) => asLambdaError("DescribeSecurityGroups", () => findSecurityGroup(account, id)));
  const vpcId = vpcOf(account, name, subnets, groups);
  if (vpcId === undefined) return undefined;
  if (findVpc(account, vpcId).instanceTenancy === "dedicated")
    throw invalid(name, `functions cannot connect to ${vpcId}, a VPC of dedicated instance tenancy`);
  const ipv6OnlySubnet = subnets.find(({ ipv6Native }) => ipv6Native === true);
  if (ipv6OnlySubnet !== undefined) throw invalid(name, `functions cannot connect to ${ipv6OnlySubnet.id}, an IPv6-only subnet`);
  const ipv4OnlySubnet = request.ipv6AllowedForDualStack ? subnets.find(({ ipv6CidrBlock }) => ipv6CidrBlock === undefined) : undefined;
  if (ipv4OnlySubnet !== undefined)
    throw invalid(name, `all subnets must be dual-stack subnets to allow IPv6 traffic, and ${ipv4OnlySubnet.id} has no IPv6 CIDR block`);
  return { ...request, vpcId, subnetIds: unique(request.subnetIds), securityGroupIds: unique(request.securityGroupIds) };
}

/** The one VPC of subnets, in which all groups must be usable. AWS's words are known for groups only (docs/aws-facts.md#one-vpc). */
function vpcOf(account: Account, name: string, subnets: readonly Subnet[], groups: readonly SecurityGroup[]): string | undefined {
  const [vpcId, otherVpcId] = new Set(subnets.map((subnet) => subnet.vpcId));
  if (otherVpcId !== undefined) throw invalid(name, `Subnets are required to be in the same VPC, not in ${vpcId} and ${otherVpcId}.`);
  if (vpcId !== undefined && !groups.every((group) => isUsableIn(account, group, vpcId)))
    throw invalid(name, "Security Groups are required to be in the same VPC.");
  return vpcId;
}

function invalid(name: string, reason: string): AwsError {
  return new AwsError("InvalidParameterValueException", `${name}: ${reason}`);
}

function requireLimits({ subnetIds, securityGroupIds }: VpcConfigRequest): void {
  requireAtMost(MAX_SUBNETS, subnetIds, "subnetIds");
  requireAtMost(MAX_SECURITY_GROUPS, securityGroupIds, "securityGroupIds");
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
