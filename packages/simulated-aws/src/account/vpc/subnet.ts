import type { Account } from "../store/account";
import { addressRange, contains, overlap } from "./address-range";
import { AwsError } from "../store/aws-error";
import { availabilityZones } from "./availability-zone";
import { newId } from "../store/identifier";
import { validateSubnetIpv6Range } from "./ipv6-range";
import type { Subnet } from "../rows/vpc-rows";
import { findVpc } from "./vpc";
import { ipv4Ranges } from "./vpc-cidr-block";

type SubnetRequest = Omit<Subnet, "id" | "availabilityZone"> & { readonly id?: string; readonly availabilityZone?: string };

/**
 * Creates a subnet. It is /16 to /28 (docs/aws-facts.md#subnet-sizes), inside its VPC and without overlap with its siblings, and so is its
 * IPv6 range. An IPv6-only subnet has no IPv4 range (docs/aws-facts.md#ipv6-only-subnets). Throws `InvalidSubnet.Range`,
 * `InvalidSubnet.Conflict`, `MissingParameter` and `InvalidParameterCombination`.
 */
export function createSubnet(account: Account, request: SubnetRequest): Subnet {
  const vpc = findVpc(account, request.vpcId);
  const siblings = account.tables.subnets.where("vpc", vpc.id);
  if (request.ipv6Native === true) validateIpv6Only(request);
  else validateIpv4Range(request, ipv4Ranges(account, vpc), siblings);
  if (request.ipv6CidrBlock !== undefined) validateSubnetIpv6Range(request.ipv6CidrBlock, vpc, siblings);
  const zones = availabilityZones(request.region);
  return account.tables.subnets.put({
    ...request,
    id: request.id ?? newId(account, "subnet"),
    availabilityZone: request.availabilityZone ?? zones[siblings.length % zones.length]?.name ?? "",
  });
}

function validateIpv6Only({ cidrBlock, ipv6CidrBlock }: SubnetRequest): void {
  if (cidrBlock !== "")
    throw new AwsError("InvalidParameterCombination", `An IPv6-only subnet cannot have an IPv4 CIDR block: ${cidrBlock}.`);
  if (ipv6CidrBlock === undefined) throw new AwsError("MissingParameter", "An IPv6-only subnet must have an IPv6 CIDR block.");
}

function validateIpv4Range(request: SubnetRequest, ranges: readonly string[], siblings: readonly Subnet[]): void {
  if (request.cidrBlock === "") throw new AwsError("MissingParameter", "The request must contain the parameter cidrBlock.");
  const range = addressRange(request.cidrBlock);
  if (range.prefixLength < 16 || range.prefixLength > 28 || !ranges.some((outer) => contains(addressRange(outer), range)))
    throw new AwsError(
      "InvalidSubnet.Range",
      `The CIDR '${request.cidrBlock}' is invalid: a subnet is /16 to /28 and within its VPC's ${ranges.join(" or ")}.`,
    );
  const neighbour = siblings.find((other) => overlap(addressRange(other.cidrBlock), range));
  if (neighbour !== undefined)
    throw new AwsError(
      "InvalidSubnet.Conflict",
      `The CIDR '${request.cidrBlock}' conflicts with another subnet: ${neighbour.id} has ${neighbour.cidrBlock}.`,
    );
}

/** The subnet with this id. Throws `InvalidSubnetID.NotFound`. */
export function findSubnet(account: Account, id: string): Subnet {
  const subnet = account.tables.subnets.get(id);
  if (subnet === undefined) throw new AwsError("InvalidSubnetID.NotFound", `The subnet ID '${id}' does not exist`);
  return subnet;
}

/** Replaces or removes the IPv6 range of a subnet. Throws as `createSubnet` does. */
export function changeIpv6Range(account: Account, id: string, ipv6CidrBlock: string | undefined): Subnet {
  const subnet = findSubnet(account, id);
  if (ipv6CidrBlock === subnet.ipv6CidrBlock) return subnet;
  const siblings = account.tables.subnets.where("vpc", subnet.vpcId).filter((other) => other.id !== id);
  if (ipv6CidrBlock !== undefined) validateSubnetIpv6Range(ipv6CidrBlock, findVpc(account, subnet.vpcId), siblings);
  return account.tables.subnets.put({ ...subnet, ipv6CidrBlock });
}

/** Deletes a subnet without interfaces. Throws `DependencyViolation` otherwise. */
export function deleteSubnet(account: Account, id: string): void {
  findSubnet(account, id);
  const { networkInterfaces, ownedInterfaces, routeTableAssociations, subnets } = account.tables;
  const [attachedInterface] = [...networkInterfaces.where("subnet", id), ...ownedInterfaces.where("subnet", id)];
  if (attachedInterface !== undefined)
    throw new AwsError(
      "DependencyViolation",
      `The subnet '${id}' has dependencies and cannot be deleted: ${attachedInterface.id} is in it.`,
    );
  for (const association of routeTableAssociations.where("subnet", id)) routeTableAssociations.remove(association.id);
  subnets.remove(id);
}
