import type { Account } from "../store/account";
import type { AddressErrors } from "../interfaces/address-assignment";
import { AwsError } from "../store/aws-error";
import type { NatGateway, OwnedInterface } from "../rows/address-consumer-rows";
import { findElasticAddress } from "./elastic-address";
import { newId } from "../store/identifier";
import { updateInterface, type InterfaceRequest, interfacesOf, createInterface, removeInterfaces } from "../interfaces/owned-interface";

/** The requested settings of a NAT gateway: in a subnet, with addresses of it, or regional, without a subnet. */
export interface NatGatewayRequest extends Omit<NatGateway, "id"> {
  readonly privateIp: string | undefined;
  /** The requested private addresses after the first. */
  readonly secondaryAddresses: readonly string[];
  /**
   * The number of private addresses after the first: each secondary Elastic IP address needs one
   * (docs/aws-facts.md#nat-gateway-addresses).
   */
  readonly secondaryCount: number;
}

/** Errors as EC2 words them (docs/aws-facts.md#nat-gateway-addresses). */
const addressErrors: AddressErrors = {
  noFreeAddress: (subnetId) =>
    new AwsError("InsufficientFreeAddressesInSubnet", `Subnet has insufficient free addresses to create this NAT gateway: ${subnetId}.`),
};

/**
 * Creates a gateway and its interface, with one private address of the subnet and the secondary ones
 * (docs/aws-facts.md#nat-gateway-addresses). Throws `InsufficientFreeAddressesInSubnet`, and for Elastic IP addresses
 * `InvalidAllocationID.NotFound` and `Resource.AlreadyAssociated`.
 */
export function createNatGateway(account: Account, request: NatGatewayRequest): NatGateway {
  const id = newId(account, "nat");
  if (request.subnetId !== undefined) createInterface(account, interfaceOf(id, request.subnetId, request), addressErrors, id);
  return putGateway(account, id, request);
}

/** Updates a gateway. It keeps its first address. */
export function updateNatGateway(account: Account, id: string, request: NatGatewayRequest): NatGateway {
  const existing = interfaceOfGateway(account, id);
  if (existing !== undefined) updateInterface(account, existing, interfaceOf(id, existing.subnetId, request), addressErrors);
  return putGateway(account, id, request);
}

export function deleteNatGateway(account: Account, id: string): void {
  account.tables.natGateways.remove(id);
  removeInterfaces(account, id);
}

/** The interface of a gateway. Undefined for a regional one. */
export function interfaceOfGateway(account: Account, id: string): OwnedInterface | undefined {
  return interfacesOf(account, id)[0];
}

function putGateway(account: Account, id: string, { region, tags, subnetId, allocationIds }: NatGatewayRequest): NatGateway {
  for (const allocationId of allocationIds) {
    findElasticAddress(account, allocationId);
    const other = account.tables.natGateways.where("allocation", allocationId).find((gateway) => gateway.id !== id);
    if (other !== undefined)
      throw new AwsError("Resource.AlreadyAssociated", `Elastic IP address ${allocationId} is already associated with ${other.id}.`);
  }
  return account.tables.natGateways.put({ id, region, tags, allocationIds, ...(subnetId === undefined ? {} : { subnetId }) });
}

function interfaceOf(id: string, subnetId: string, { privateIp, secondaryAddresses, secondaryCount }: NatGatewayRequest): InterfaceRequest {
  return {
    subnetId,
    securityGroupIds: [],
    interfaceType: "natGateway",
    description: `Interface for NAT Gateway ${id}`,
    primary: privateIp,
    secondary: secondaryAddresses,
    count: 1 + secondaryCount,
  };
}
