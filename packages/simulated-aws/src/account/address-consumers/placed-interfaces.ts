import { freeAddresses } from "../interfaces/address-count";
import type { AddressErrors } from "../interfaces/address-assignment";
import { createInterface, groupsOrDefault, type InterfaceRequest, interfacesOf, updateInterface } from "../interfaces/owned-interface";
import type { OwnedInterface } from "../rows/address-consumer-rows";
import type { Account } from "../store/account";
import { findSubnet } from "../vpc/subnet";

/** The interfaces that a service has in the subnets of a resource. */
export interface Placement {
  /** A subnet for each interface. A subnet can have several. */
  readonly subnetIds: readonly string[];
  /** The default group of the VPC if empty. */
  readonly securityGroupIds: readonly string[];
  readonly description: string;
  readonly errors: AddressErrors;
  /** The requested addresses by position. AWS chooses the others. */
  readonly requests?: readonly Pick<InterfaceRequest, "primary" | "secondary" | "count">[];
}

/** Gives `owner` these interfaces, keeps those that it has in the same subnets, and then deletes the rest. */
export function placeInterfaces(account: Account, owner: string, placement: Placement): readonly OwnedInterface[] {
  const { subnetIds, securityGroupIds, description, errors, requests = [] } = placement;
  const before = [...interfacesOf(account, owner)];
  const placed = subnetIds.map((subnetId, index) => {
    const { vpcId } = findSubnet(account, subnetId);
    const groups = groupsOrDefault(account, vpcId, securityGroupIds);
    const request = { ...requests[index], subnetId, securityGroupIds: groups, interfaceType: "interface", description };
    const position = before.findIndex((one) => one.subnetId === subnetId);
    const [existing] = position < 0 ? [] : before.splice(position, 1);
    return existing === undefined ? createInterface(account, request, errors, owner) : updateInterface(account, existing, request, errors);
  });
  for (const { id } of before) account.tables.ownedInterfaces.remove(id);
  return placed;
}

/**
 * A subnet for each of `count` interfaces: those that `owner` has stay, and each further one is in the subnet that has the fewest of them,
 * among those with a free address. Fewer than `count` if no subnet has one.
 */
export function spread(account: Account, owner: string, subnetIds: readonly string[], count: number): readonly string[] {
  const candidates = [...new Set(subnetIds)];
  const before = interfacesOf(account, owner).map(({ subnetId }) => subnetId);
  const chosen = before.filter((id) => candidates.includes(id)).slice(0, count);
  const kept = chosen.length;
  const numberIn = (id: string, from = 0): number => chosen.slice(from).filter((one) => one === id).length;
  while (chosen.length < count) {
    const free = candidates.filter((id) => freeAddresses(account, id) > numberIn(id, kept));
    const [next] = free.sort((one, other) => numberIn(one) - numberIn(other));
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen;
}
