import { createHash } from "node:crypto";
import type { Account } from "../store/account";
import { freeAddresses } from "../interfaces/address-count";
import type { AddressErrors } from "../interfaces/address-assignment";
import { addressRange } from "../vpc/address-range";
import { AwsError } from "../store/aws-error";
import type { LoadBalancer } from "../rows/address-consumer-rows";
import { interfacesOf, reconcileInterfaces, groupsOrDefault, removeInterfaces } from "../interfaces/owned-interface";
import type { Subnet } from "../rows/vpc-rows";
import { zoneSubnets } from "../interfaces/zone-subnets";

/** The requested settings of a load balancer. */
export interface LoadBalancerRequest extends Omit<LoadBalancer, "id" | "vpcId"> {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** The requested private address by subnet. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The number of addresses in each subnet after the first (docs/aws-facts.md#network-load-balancer-addresses). */
  readonly secondaryAddresses: number;
}

/**
 * Requirements for the subnets of an Application Load Balancer: "a CIDR block with at least a /27 bitmask" and "at least eight free IP
 * addresses" (docs/aws-facts.md#application-load-balancer-addresses). How many of the eight it uses depends on traffic. The simulation has
 * no traffic, so it uses one in each zone, for the node that every enabled zone has.
 */
const APPLICATION_SUBNET = { longestPrefix: 27, freeAddresses: 8, zones: 2 };

/** The prefix of a load balancer's name in its ARN and in its interfaces' descriptions, and the InterfaceType in EC2. */
const KINDS: ReadonlyMap<string, { readonly short: string; readonly interfaceType: string }> = new Map([
  ["application", { short: "app", interfaceType: "interface" }],
  ["network", { short: "net", interfaceType: "network_load_balancer" }],
  ["gateway", { short: "gwy", interfaceType: "gateway_load_balancer" }],
]);

/** Errors as Elastic Load Balancing words them (docs/aws-facts.md#network-load-balancer-addresses). */
const addressErrors: AddressErrors = {
  noFreeAddress: (subnetId) => new AwsError("InvalidSubnet", `The specified subnet is out of available addresses: ${subnetId}.`),
};

/** Creates a load balancer. Names are unique in a Region: throws `DuplicateLoadBalancerName`. */
export function createLoadBalancer(account: Account, request: LoadBalancerRequest): LoadBalancer {
  const { name, region } = request;
  if (account.tables.loadBalancers.where("name", name).some((other) => other.region === region))
    throw new AwsError("DuplicateLoadBalancerName", `A load balancer with the name '${name}' exists, but with different settings`);
  const suffix = createHash("sha256").update(account.nextSequenceNumber()).digest("hex").slice(0, 16);
  const path = `loadbalancer/${kindOf(request.type).short}/${name}/${suffix}`;
  return putLoadBalancer(account, `arn:aws:elasticloadbalancing:${region}:${account.id}:${path}`, request);
}

/**
 * Creates or updates a load balancer with an interface in each subnet, one subnet in each zone. Throws `InvalidSubnet` for a subnet with
 * too few addresses.
 */
export function putLoadBalancer(account: Account, id: string, request: LoadBalancerRequest): LoadBalancer {
  const { name, type, region, tags, secondaryAddresses } = request;
  const subnets = zoneSubnets(account, request.subnetIds, { otherVpc: notInVpc, sameZone });
  const vpcId = subnets[0]?.vpcId ?? "";
  if (type === "application") validateApplicationSubnets(account, id, subnets);
  const securityGroupIds = type === "application" ? groupsOrDefault(account, vpcId, request.securityGroupIds) : request.securityGroupIds;
  const { interfaceType } = kindOf(type);
  const interfaces = subnets.map(({ id: subnetId }) => ({
    subnetId,
    securityGroupIds,
    interfaceType,
    description: `ELB ${id.slice(id.indexOf("loadbalancer/") + "loadbalancer/".length)}`,
    primary: request.addresses.get(subnetId),
    count: 1 + secondaryAddresses,
  }));
  reconcileInterfaces(account, id, interfaces, addressErrors);
  return account.tables.loadBalancers.put({ id, name, type, vpcId, region, tags });
}

export function deleteLoadBalancer(account: Account, id: string): void {
  account.tables.loadBalancers.remove(id);
  removeInterfaces(account, id);
}

/** Checks new subnets only: a subnet that the load balancer already uses had enough addresses before. */
function validateApplicationSubnets(account: Account, id: string, subnets: readonly Subnet[]): void {
  if (new Set(subnets.map(({ availabilityZone }) => availabilityZone)).size < APPLICATION_SUBNET.zones)
    throw new AwsError("ValidationError", "At least two subnets in two different Availability Zones must be specified");
  const existing = new Set(interfacesOf(account, id).map(({ subnetId }) => subnetId));
  for (const subnet of subnets.filter((one) => !existing.has(one.id))) {
    if (addressRange(subnet.cidrBlock).prefixLength > APPLICATION_SUBNET.longestPrefix)
      throw new AwsError(
        "InvalidSubnet",
        `${subnet.id} has ${subnet.cidrBlock}. ELB requires a CIDR block of at least /${APPLICATION_SUBNET.longestPrefix}.`,
      );
    if (freeAddresses(account, subnet.id) < APPLICATION_SUBNET.freeAddresses)
      throw new AwsError(
        "InvalidSubnet",
        `Not enough IP space available in ${subnet.id}. ELB requires at least ${APPLICATION_SUBNET.freeAddresses} free IP addresses in each subnet.`,
      );
  }
}

function kindOf(type: string) {
  const kind = KINDS.get(type);
  if (kind === undefined)
    throw new AwsError("ValidationError", `A load balancer is ${[...KINDS.keys()].join(", ")}, not ${JSON.stringify(type)}`);
  return kind;
}

function notInVpc(subnetId: string): AwsError {
  return new AwsError("InvalidConfigurationRequest", `All subnets must belong to the same VPC: ${subnetId} does not.`);
}

function sameZone(subnetId: string, zone: string): AwsError {
  return new AwsError(
    "InvalidConfigurationRequest",
    `A load balancer cannot be attached to multiple subnets in the same Availability Zone: ${subnetId} is a second one in ${zone}.`,
  );
}
