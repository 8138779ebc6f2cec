import type { Account } from "../store/account";
import { addressRange, overlap, partsOf } from "./address-range";
import { AwsError } from "../store/aws-error";
import { availabilityZones } from "./availability-zone";
import { idFrom, newId, type Prefix, seedIn } from "../store/identifier";
import { putInternetGateway } from "./internet-gateway";
import { createRoute } from "./route-table";
import type { Subnet, Vpc } from "../rows/vpc-rows";
import { createSubnet, deleteSubnet } from "./subnet";
import { createVpc, deleteVpc } from "./vpc";

/** The range of a default VPC (docs/aws-facts.md#default-vpc). */
const VPC_RANGE = "172.31.0.0/16";
/** The prefix length of a default subnet (docs/aws-facts.md#default-vpc). */
const SUBNET_PREFIX = 20;

/**
 * Gives the account its default VPC in a Region. AWS creates one in each Region of a new account (docs/aws-facts.md#default-vpc). Here it
 * appears with the first operation that could see it. Its ids follow from the Region, so no program sees the difference. A Region has
 * at most one: a default VPC from a seed file takes its place.
 */
export function openRegion(account: Account, region: string): void {
  const { openedRegions } = account.tables;
  if (openedRegions.get(region) !== undefined) return;
  openedRegions.put({ id: region });
  if (defaultVpcOf(account, region) === undefined)
    buildDefaultVpc(account, region, (prefix, part) => idFrom(prefix, seedIn(account, `${region} ${part}`)));
}

/**
 * Removes the default VPC that the account has from the start, so that a seed file can bring another. Throws `DefaultVpcAlreadyExists` for
 * any other default VPC, and if the VPC is in use.
 */
export function removeOpeningDefaultVpc(account: Account, region: string): void {
  const { internetGateways, openedRegions, subnets } = account.tables;
  openedRegions.put({ id: region });
  const vpc = defaultVpcOf(account, region);
  if (vpc === undefined) return;
  if (vpc.id !== idFrom("vpc", seedIn(account, `${region} default`)))
    throw new AwsError("DefaultVpcAlreadyExists", `The account has a default VPC in ${region}: ${vpc.id}.`);
  for (const subnet of subnets.where("vpc", vpc.id)) if (subnet.isDefault === true) deleteSubnet(account, subnet.id);
  for (const gateway of internetGateways.where("vpc", vpc.id)) internetGateways.remove(gateway.id);
  deleteVpc(account, vpc.id);
}

/** The default VPC of a Region. Throws `VPCIdNotSpecified` if it was deleted. */
export function findDefaultVpc(account: Account, region: string): Vpc {
  openRegion(account, region);
  const found = defaultVpcOf(account, region);
  if (found === undefined) throw new AwsError("VPCIdNotSpecified", `No default VPC for this user in ${region}`);
  return found;
}

/** The default VPC of a Region, and whether it had to be created again (CreateDefaultVpc). */
export function findOrCreateDefaultVpc(account: Account, region: string): { readonly vpc: Vpc; readonly existing: boolean } {
  openRegion(account, region);
  const found = defaultVpcOf(account, region);
  return { vpc: found ?? buildDefaultVpc(account, region, (prefix) => newId(account, prefix)), existing: found !== undefined };
}

/** The default subnet of a zone, and whether it had to be created again (CreateDefaultSubnet). Throws `DefaultVpcDoesNotExist`. */
export function findOrCreateDefaultSubnet(
  account: Account,
  region: string,
  availabilityZone: string,
): { readonly subnet: Subnet; readonly existing: boolean } {
  openRegion(account, region);
  const vpc = defaultVpcOf(account, region);
  const siblings = vpc === undefined ? [] : account.tables.subnets.where("vpc", vpc.id);
  const found = siblings.find((one) => one.isDefault === true && one.availabilityZone === availabilityZone);
  if (found !== undefined) return { subnet: found, existing: true };
  if (vpc === undefined) throw new AwsError("DefaultVpcDoesNotExist", `No default VPC was found in ${region}.`);
  const cidrBlock = partsOf(addressRange(vpc.cidrBlock), SUBNET_PREFIX).find(
    (range) => !siblings.some((other) => overlap(addressRange(other.cidrBlock), addressRange(range))),
  );
  if (cidrBlock === undefined)
    throw new AwsError("InvalidSubnet.Conflict", `The default VPC ${vpc.id} has no free range of /${SUBNET_PREFIX}.`);
  return { subnet: buildDefaultSubnet(account, vpc, availabilityZone, cidrBlock, newId(account, "subnet")), existing: false };
}

function defaultVpcOf(account: Account, region: string): Vpc | undefined {
  return account.tables.vpcs.all().find((vpc) => vpc.isDefault === true && vpc.region === region);
}

type Naming = (prefix: Prefix, part: string) => string;

/** A public default subnet in each zone: the main route table leads to an internet gateway (docs/aws-facts.md#default-vpc). */
function buildDefaultVpc(account: Account, region: string, name: Naming): Vpc {
  const regional = { region, tags: {} };
  const settings = { enableDnsHostnames: true, enableDnsSupport: true, instanceTenancy: "default", isDefault: true } as const;
  const vpc = createVpc(account, { ...regional, ...settings, id: name("vpc", "default"), cidrBlock: VPC_RANGE });
  const gateway = putInternetGateway(account, { ...regional, vpcId: vpc.id }, name("igw", "default"));
  createRoute(account, vpc.mainRouteTableId, { destination: "0.0.0.0/0", target: "gatewayId", targetId: gateway.id });
  const ranges = partsOf(addressRange(VPC_RANGE), SUBNET_PREFIX);
  for (const [index, zone] of availabilityZones(region).entries())
    buildDefaultSubnet(account, vpc, zone.name, ranges[index] ?? VPC_RANGE, name("subnet", zone.name));
  return vpc;
}

function buildDefaultSubnet(account: Account, vpc: Vpc, availabilityZone: string, cidrBlock: string, id: string): Subnet {
  const { id: vpcId, region } = vpc;
  return createSubnet(account, { id, vpcId, region, availabilityZone, cidrBlock, mapPublicIpOnLaunch: true, isDefault: true, tags: {} });
}
