import type { Account } from "../store/account";
import { addressRange, contains, overlap } from "./address-range";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { Vpc, VpcCidrBlock } from "../rows/vpc-rows";
import { findVpc } from "./vpc";

/** IPv4 ranges that a VPC has at most, its first one among them; adjustable (docs/aws-facts.md#vpc-ranges). */
const MAX_RANGES = 5;

/** The IPv4 ranges of a VPC, its first one in front. */
export function ipv4Ranges(account: Account, { id, cidrBlock }: Vpc): readonly string[] {
  return [cidrBlock, ...account.tables.vpcCidrBlocks.where("vpc", id).map((further) => further.cidrBlock)];
}

/**
 * Gives a VPC a further IPv4 range, /16 to /28 and apart from those that it has: else `InvalidVpc.Range`, and `CidrLimitExceeded` for one too
 * many (docs/aws-facts.md#vpc-ranges).
 */
export function associateCidrBlock(account: Account, request: Omit<VpcCidrBlock, "id">): VpcCidrBlock {
  const vpc = findVpc(account, request.vpcId);
  const [range, ranges] = [addressRange(request.cidrBlock), ipv4Ranges(account, vpc)];
  const conflicting = ranges.find((other) => overlap(addressRange(other), range));
  if (range.prefixLength < 16 || range.prefixLength > 28)
    throw new AwsError("InvalidVpc.Range", `The CIDR '${request.cidrBlock}' is invalid.`);
  if (conflicting !== undefined)
    throw new AwsError("InvalidVpc.Range", `The CIDR '${request.cidrBlock}' conflicts with another CIDR of ${vpc.id}: ${conflicting}.`);
  if (ranges.length >= MAX_RANGES)
    throw new AwsError("CidrLimitExceeded", `This network '${vpc.id}' has met its maximum number of allowed CIDRs: ${MAX_RANGES}`);
  return account.tables.vpcCidrBlocks.put({ ...request, id: newId(account, "vpc-cidr-assoc") });
}

/** Takes a further range from a VPC. Throws `InvalidCidrBlock.InUse` while a subnet is within it (docs/aws-facts.md#vpc-ranges). */
export function disassociateCidrBlock(account: Account, id: string): void {
  const { subnets, vpcCidrBlocks } = account.tables;
  const association = vpcCidrBlocks.get(id);
  if (association === undefined)
    throw new AwsError("InvalidVpcCidrBlockAssociationID.NotFound", `The vpc CIDR block association ID '${id}' does not exist`);
  const { vpcId, cidrBlock } = association;
  if (subnets.where("vpc", vpcId).some((subnet) => contains(addressRange(cidrBlock), addressRange(subnet.cidrBlock))))
    throw new AwsError("InvalidCidrBlock.InUse", `The vpc ${vpcId} currently has a subnet within CIDR block ${cidrBlock}`);
  vpcCidrBlocks.remove(id);
}
