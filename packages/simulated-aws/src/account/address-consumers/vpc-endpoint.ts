import type { Account } from "../store/account";
import { ec2AddressErrors } from "../interfaces/address-assignment";
import { AwsError } from "../store/aws-error";
import type { VpcEndpoint } from "../rows/address-consumer-rows";
import { newId } from "../store/identifier";
import { reconcileInterfaces, groupsOrDefault, removeInterfaces } from "../interfaces/owned-interface";
import { findRouteTable } from "../vpc/route-table";
import { findVpc } from "../vpc/vpc";
import { zoneSubnets } from "../interfaces/zone-subnets";

/** The requested settings of a VPC endpoint. */
export interface VpcEndpointRequest extends Omit<VpcEndpoint, "id"> {
  readonly type: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** The requested address by subnet. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** The InterfaceType of endpoints with interfaces (docs/aws-facts.md#interface-endpoint-addresses). */
const INTERFACE_TYPES: ReadonlyMap<string, string> = new Map([
  ["Interface", "vpc_endpoint"],
  ["GatewayLoadBalancer", "gateway_load_balancer_endpoint"],
]);

export function createVpcEndpoint(account: Account, request: VpcEndpointRequest): VpcEndpoint {
  return putVpcEndpoint(account, newId(account, "vpce"), request);
}

/**
 * Creates or updates an endpoint. Types Interface and GatewayLoadBalancer have an interface with one address in each subnet, one subnet in
 * each zone. A gateway endpoint has none (docs/aws-facts.md#interface-endpoint-addresses, docs/aws-facts.md#gateway-endpoints). Throws
 * `InsufficientFreeAddressesInSubnet` and `DuplicateSubnetsInSameZone`.
 */
export function putVpcEndpoint(account: Account, id: string, request: VpcEndpointRequest): VpcEndpoint {
  const { vpcId, routeTableIds, region, tags, type, serviceName } = request;
  findVpc(account, vpcId);
  for (const routeTableId of routeTableIds) findRouteTable(account, routeTableId);
  const interfaceType = INTERFACE_TYPES.get(request.type);
  if (interfaceType !== undefined) {
    const subnets = zoneSubnets(account, request.subnetIds, { otherVpc: notInVpc, sameZone });
    const foreignSubnet = subnets.find((subnet) => subnet.vpcId !== vpcId);
    if (foreignSubnet !== undefined) throw notInVpc(foreignSubnet.id);
    const securityGroupIds = request.type === "Interface" ? groupsOrDefault(account, vpcId, request.securityGroupIds) : [];
    const interfaces = subnets.map(({ id: subnetId }) => ({
      subnetId,
      securityGroupIds,
      interfaceType,
      description: `VPC Endpoint Interface ${id}`,
      primary: request.addresses.get(subnetId),
    }));
    reconcileInterfaces(account, id, interfaces, ec2AddressErrors);
  }
  return account.tables.vpcEndpoints.put({
    id,
    vpcId,
    routeTableIds,
    region,
    tags,
    type,
    ...(serviceName === undefined ? {} : { serviceName }),
  });
}

export function deleteVpcEndpoint(account: Account, id: string): void {
  account.tables.vpcEndpoints.remove(id);
  removeInterfaces(account, id);
}

function notInVpc(subnetId: string): AwsError {
  return new AwsError("InvalidParameter", `The subnet ${subnetId} is not in the endpoint's VPC.`);
}

function sameZone(subnetId: string, zone: string): AwsError {
  return new AwsError("DuplicateSubnetsInSameZone", `Found another duplicate subnet in the same AZ: ${subnetId} in ${zone}.`);
}
