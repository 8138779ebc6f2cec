import type { Account } from "../store/account";
import { type AddressErrors, type AddressRequest, assignAddresses } from "./address-assignment";
import { AwsError } from "../store/aws-error";
import type { OwnedInterface } from "../rows/address-consumer-rows";
import { newId } from "../store/identifier";
import { findSecurityGroup } from "../vpc/security-group";
import { findSubnet } from "../vpc/subnet";

/** The requested settings of an interface. */
export interface InterfaceRequest extends AddressRequest {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly interfaceType: string;
  readonly description: string;
}

/** Creates an interface for `owner`, by default for itself. Throws an error of `errors` if the subnet has too few addresses. */
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

/** Updates the addresses and groups of an interface. It keeps the addresses that `request` leaves to AWS. */
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
 * Gives `owner` one interface in each requested subnet and deletes those in other subnets, after the new ones are created.
 * @returns the interfaces in the order of the requests
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

/** Deletes all interfaces of `owner` and frees their addresses. */
export function removeInterfaces(account: Account, owner: string): void {
  for (const { id } of interfacesOf(account, owner)) account.tables.ownedInterfaces.remove(id);
}

/** The groups, or the default group of the VPC if there are none, as in EC2. */
export function groupsOrDefault(account: Account, vpcId: string, securityGroupIds: readonly string[]): readonly string[] {
  const { defaultSecurityGroupId } = account.tables.vpcs.get(vpcId) ?? {};
  return securityGroupIds.length > 0 || defaultSecurityGroupId === undefined ? securityGroupIds : [defaultSecurityGroupId];
}

/** The groups, without duplicates. All must be in the VPC (docs/aws-facts.md#ec2-errors). */
function groupsOfVpc(account: Account, vpcId: string, ids: readonly string[]): readonly string[] {
  const foreignGroup = ids.map((id) => findSecurityGroup(account, id)).find((group) => group.vpcId !== vpcId);
  if (foreignGroup !== undefined)
    throw new AwsError(
      "InvalidParameter",
      `You cannot specify security groups and subnets that are in different VPCs: ${foreignGroup.id} is not in ${vpcId}.`,
    );
  return [...new Set(ids)].sort();
}
