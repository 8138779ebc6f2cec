import { hyperplaneDescription } from "../../account/interfaces/network-interface-report";
import type { OwnedInterface } from "../../account/rows/address-consumer-rows";
import type { NetworkInterface } from "../../account/rows/lambda-rows";
import type { Tags } from "../../account/rows/row";
import type { Account } from "../../account/store/account";
import { CREATION_DATE } from "../../account/store/creation-date";
import { idFrom } from "../../account/store/identifier";
import { addressRange, addressText } from "../../account/vpc/address-range";

/** A network interface of either kind, as EC2 reports it. */
export interface DescribedInterface {
  readonly id: string;
  readonly region: string;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly securityGroupIds: readonly string[];
  readonly interfaceType: string;
  readonly description: string;
  readonly macAddress: string;
  /** The primary one first. */
  readonly addresses: readonly string[];
  /** Absent for one that is attached to nothing. */
  readonly attachment?: { readonly id: string; readonly ownerId: string; readonly time: string };
  /** Absent for one that a program created directly. */
  readonly requesterId?: string;
  readonly tags: Tags;
}

/** All interfaces of the account. */
export function describedInterfaces(account: Account): readonly DescribedInterface[] {
  const { networkInterfaces, ownedInterfaces } = account.tables;
  const bySubnet = Map.groupBy(networkInterfaces.all(), ({ subnetId }) => subnetId);
  const hyperplane = [...bySubnet].flatMap(([subnetId, inside]) => {
    const addresses = hyperplaneAddresses(account, subnetId, inside.length);
    return inside.toSorted(byId).map((one, index) => hyperplaneInterface(account, one, addresses[index]));
  });
  return [...hyperplane, ...ownedInterfaces.all().map((one) => ownedInterface(account, one))];
}

/**
 * Lambda's interface has the type `lambda` while it is attached. One that no function holds any more is detached: its type is
 * `interface`, and only its description shows whose it was (docs/aws-facts.md#eni-attributes).
 */
function hyperplaneInterface(account: Account, one: NetworkInterface, address: string | undefined): DescribedInterface {
  const detached = one.orphaned === true || one.reclaimedAt !== undefined;
  return {
    ...common(account, one),
    interfaceType: detached ? "interface" : "lambda",
    description: hyperplaneDescription(one),
    addresses: address === undefined ? [] : [address],
    ...(detached ? {} : { attachment: { id: idFrom("ela-attach", one.id), ownerId: "amazon-aws", time: CREATION_DATE } }),
    requesterId: `${idFrom("eni", one.role).replace("eni-0", "AROA").toUpperCase()}:awslambda_${digits(one.id, 3)}`,
    tags: {},
  };
}

function ownedInterface(account: Account, one: OwnedInterface): DescribedInterface {
  const direct = one.owner === one.id;
  return {
    ...common(account, one),
    interfaceType: one.interfaceType,
    description: one.description,
    addresses: one.addresses,
    ...(direct
      ? {}
      : { attachment: { id: idFrom("eni-attach", one.id), ownerId: "amazon-aws", time: CREATION_DATE }, requesterId: "amazon-aws" }),
    tags: account.tables.interfaceTags.get(one.id)?.tags ?? {},
  };
}

function common(
  account: Account,
  { id, subnetId, vpcId, securityGroupIds }: Pick<OwnedInterface, "id" | "subnetId" | "vpcId" | "securityGroupIds">,
) {
  const { region = "", availabilityZone = "" } = account.tables.subnets.get(subnetId) ?? {};
  const bytes = [0, 2, 4, 6, 8].map((start) => digits(id, 10).slice(start, start + 2));
  return { id, subnetId, vpcId, securityGroupIds, region, availabilityZone, macAddress: `02:${bytes.join(":")}` };
}

/** Hexadecimal digits that follow from an id. */
function digits(id: string, count: number): string {
  return idFrom("eni", id).slice(-count);
}

/**
 * Addresses for the `count` interfaces of Hyperplane in a subnet: the last ones that no other interface has. The account does not store
 * them, so one can change when an interface is created or deleted.
 */
function hyperplaneAddresses(account: Account, subnetId: string, count: number): readonly string[] {
  const { first, size } = addressRange(account.tables.subnets.get(subnetId)?.cidrBlock ?? "");
  const taken = new Set(account.tables.ownedInterfaces.where("subnet", subnetId).flatMap(({ addresses }) => addresses));
  const found: string[] = [];
  // The last address of a range is reserved (docs/aws-facts.md#reserved-addresses).
  for (let index = size - 2; index >= 0 && found.length < count; index--) {
    const address = addressText(first + index);
    if (!taken.has(address)) found.push(address);
  }
  return found;
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
