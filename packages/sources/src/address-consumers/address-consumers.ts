import type { AddressConsumer, Knowable, PartialList } from "@lambda-vpc/model";
import { addressConsumerTypes, type AddressConsumerType, takingNoAddress } from "./address-consumer-types";
import { membersOf } from "./members";
import { resourceKind } from "../stack/aws-types";
import { readList } from "../lists/read-list";
import type { Stack } from "../stack/stack";
import { isBeingCreated, type StackResource } from "../stack/stack-resource";
import { isSubnetGroup, subnetGroupUse } from "./subnet-groups";
import { subnetsNamed } from "./subnets-named";
import { UNKNOWN } from "../stack/value";
import { propertyOf, valuesAt } from "../stack/values-at";

/** The resources that take addresses of subnets, except functions and connectors. A resource of unknown need that names a subnet may take some. */
export function readAddressConsumers(stack: Stack): readonly AddressConsumer[] {
  return stack.resources.filter(mayTakeAddresses).flatMap((resource) => {
    const type = Object.hasOwn(addressConsumerTypes, resource.type) ? addressConsumerTypes[resource.type] : undefined;
    const consumer = type === undefined ? consumerOfUnknownNeed(stack, resource) : consumerOf(stack, resource, type);
    if (consumer === undefined || isEmpty(consumer.subnets)) return [];
    const members = membersOf(stack, consumer.kind, resource);
    return { ...consumer, ...(members === undefined ? {} : { members }), ...(isBeingCreated(resource) ? { creating: true } : {}) };
  });
}

/** Parts of a network take no address. The addresses of functions and connectors are counted in combinations. */
function mayTakeAddresses(resource: StackResource): boolean {
  const { custom, type } = resource;
  return custom && resourceKind(type) === undefined && !isSubnetGroup(resource) && !Object.hasOwn(takingNoAddress, type);
}

function consumerOf(stack: Stack, resource: StackResource, type: AddressConsumerType): AddressConsumer | undefined {
  const kind = type.kind(resource);
  if (kind === undefined) return undefined;
  const lists = type.subnets.map((path) => {
    const ids = valuesAt(resource.inputs ?? resource.outputs, path);
    return readList(stack, { resource, property: propertyOf(path) }, ids, "subnet");
  });
  const subnets = lists.find((list) => !isEmpty(list));
  const further = furtherAddresses(resource, type);
  return subnets === undefined ? undefined : { consumer: resource.urn, kind, subnets, ...(further === undefined ? {} : { further }) };
}

function furtherAddresses(resource: StackResource, { further }: AddressConsumerType): Knowable<number> | undefined {
  const number = further?.(resource) ?? 0;
  if (number === UNKNOWN) return { ok: false, error: "the number of additional addresses is unknown until the deployment" };
  return number === 0 ? undefined : { ok: true, value: number };
}

function consumerOfUnknownNeed(stack: Stack, resource: StackResource): AddressConsumer | undefined {
  const named = subnetsNamed(stack, resource);
  if (!isEmpty(named)) return { consumer: resource.urn, kind: "other", subnets: named };
  const use = subnetGroupUse(stack, resource);
  return use === undefined ? undefined : { consumer: resource.urn, ...use };
}

function isEmpty({ known, holes }: PartialList): boolean {
  return holes === 0 && known.length === 0;
}
