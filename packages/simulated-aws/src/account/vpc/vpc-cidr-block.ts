import type { Account } from "../store/account";
import { addressRange, contains, overlap } from "./address-range";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { Vpc, VpcCidrBlock } from "../rows/vpc-rows";
import { findVpc } from "./vpc";

/** The quota of IPv4 ranges of a VPC, including the first; adjustable (docs/aws-facts.md#vpc-ranges). */
const MAX_RANGES = 5;

/** The IPv4 ranges of a VPC, the first one first. */
export function ipv4Ranges(account: Account, { id, cidrBlock }: Vpc): readonly string[] {
  return [cidrBlock, ...account.tables.vpcCidrBlocks.where("vpc", id).map((further) => further.cidrBlock)];
}

/**
 * Adds an IPv4 range to a VPC, /16 to /28 and without overlap with its ranges. Throws `InvalidVpc.Range`, and `CidrLimitExceeded` above
 * the quota (docs/aws-facts.md#vpc-ranges).
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

/** Removes a secondary range from a VPC. Throws `InvalidCidrBlock.InUse` while a subnet is inside it (docs/aws-facts.md#vpc-ranges). */
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
