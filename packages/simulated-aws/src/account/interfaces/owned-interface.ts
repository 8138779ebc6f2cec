import type { Account } from "../store/account";
import { type AddressErrors, type AddressRequest, assignAddresses } from "./address-assignment";
import { AwsError } from "../store/aws-error";
import type { OwnedInterface } from "../rows/address-consumer-rows";
import { newId } from "../store/identifier";
import { findSecurityGroup } from "../vpc/security-group";
import { findSubnet } from "../vpc/subnet";

/** An interface that something needs in a subnet. */
export interface InterfaceRequest extends AddressRequest {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly interfaceType: string;
  readonly description: string;
}

/** Makes an interface for `owner`; without one it is its own. Throws `refusals` where the subnet has too few addresses. */
export function createInterface(account: Account, request: InterfaceRequest, errors: AddressErrors, owner?: string): OwnedInterface {
  const { subnetId, interfaceType, description } = request;
  const subnet = findSubnet(account, subnetId);
  const id = newId(account, "eni");
  return account.tables.ownedInterfaces.put({
    id,
    subnetId,
    vpcId: subnet.vpcId,
    securityGroupIds: groupsOfVpc(account, subnet.vpcId, request.securityGroupIds),
    interfaceType,
    owner: owner ?? id,
    description,
    addresses: assignAddresses(account, subnet, request, errors),
  });
}

/** Puts the addresses and groups of `request` in place of what an interface has: it keeps of its addresses what `request` leaves to AWS. */
export function updateInterface(
  account: Account,
  existing: OwnedInterface,
  request: InterfaceRequest,
  errors: AddressErrors,
): OwnedInterface {
  const { secondary = [], count = 1 } = request;
  account.tables.ownedInterfaces.remove(existing.id);
  const [before, ...others] = existing.addresses;
  const kept = others.filter((address) => !secondary.includes(address)).slice(0, Math.max(0, count - 1 - secondary.length));
  const addressRequest = { primary: request.primary ?? before, secondary: [...secondary, ...kept], count };
  return account.tables.ownedInterfaces.put({
    ...existing,
    securityGroupIds: groupsOfVpc(account, existing.vpcId, request.securityGroupIds),
    addresses: assignAddresses(account, findSubnet(account, existing.subnetId), addressRequest, errors),
  });
}

/**
 * Gives `owner` one interface in each of the subnets asked for and takes away those that it has elsewhere. New ones are made before old ones go.
 * @returns the interfaces by subnet, in the order of the requests
 */
export function reconcileInterfaces(
  account: Account,
  owner: string,
  requests: readonly InterfaceRequest[],
  errors: AddressErrors,
): readonly OwnedInterface[] {
  const before = interfacesOf(account, owner);
  const reconciled = requests.map((request) => {
    const existing = before.find(({ subnetId }) => subnetId === request.subnetId);
    return existing === undefined ? createInterface(account, request, errors, owner) : updateInterface(account, existing, request, errors);
  });
  const kept = new Set(reconciled.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) account.tables.ownedInterfaces.remove(id);
  return reconciled;
}

export function interfacesOf(account: Account, owner: string): readonly OwnedInterface[] {
  return account.tables.ownedInterfaces.where("owner", owner);
}

/** Takes all interfaces of `owner` away, and with them their addresses. */
export function removeInterfaces(account: Account, owner: string): void {
  for (const { id } of interfacesOf(account, owner)) account.tables.ownedInterfaces.remove(id);
}

/** The group that EC2 takes for something in a VPC that names none. */
export function groupsOrDefault(account: Account, vpcId: string, securityGroupIds: readonly string[]): readonly string[] {
  const { defaultSecurityGroupId } = account.tables.vpcs.get(vpcId) ?? {};
  return securityGroupIds.length > 0 || defaultSecurityGroupId === undefined ? securityGroupIds : [defaultSecurityGroupId];
}

/** The groups, each of which has to be the VPC's (docs/aws-facts.md#ec2-errors). */
function groupsOfVpc(account: Account, vpcId: string, ids: readonly string[]): readonly string[] {
  const foreignGroup = ids.map((id) => findSecurityGroup(account, id)).find((group) => group.vpcId !== vpcId);
  if (foreignGroup !== undefined)
    throw new AwsError(
      "InvalidParameter",
      `You cannot specify security groups and subnets that are in different VPCs: ${foreignGroup.id} is not in ${vpcId}.`,
    );
  return [...new Set(ids)].sort();
}
