import { type AddressConsumer, type Attachment, type Inventory, isManaged, type Key, keySet, vpcOfDefaultGroup } from "@lambda-vpc/model";
import { isAdopting, isReferent, type Referent, resourceKind } from "./aws-types";
import type { Stack } from "./stack";
import { isBeingCreated, type StackResource } from "./stack-resource";

const EMPTY_INVENTORY: Inventory = { subnets: [], combinations: [] };

/**
 * Keys that may identify the same resource: a resource that adopts an existing one and whose id is unknown, and every id that the stack does not
 * manage and that functions, address consumers, the inventory, or the VPCs of subnets and groups name.
 */
export function possibleAliases(
  stack: Stack,
  attachments: readonly Attachment[],
  addressConsumers: readonly AddressConsumer[],
  vpcs: readonly Key[],
  { subnets: inventoried, combinations: held } = EMPTY_INVENTORY,
): readonly (readonly Key[])[] {
  const subnets = () => [...attachments, ...addressConsumers].flatMap((consumer) => consumer.subnets.known);
  const groups = () => attachments.flatMap((attachment) => attachment.securityGroups.known);
  return [
    ...family(stack, "subnet", () => [...subnets(), ...held.map(({ subnet }) => subnet), ...inventoried.map(({ subnet }) => subnet)]),
    ...family(stack, "security-group", () => [...groups(), ...held.flatMap(({ securityGroups }) => securityGroups)]),
    ...family(stack, "vpc", () => [...vpcs, ...inventoried.flatMap(({ vpc }) => vpc ?? [])]),
  ];
}

/** Whether the resource may be one that existed before. The default group of a VPC that the stack is creating did not. */
function adoptsExisting(stack: Stack, resource: StackResource): boolean {
  if (!isAdopting(resource.type) || typeof resource.outputs["id"] === "string") return false;
  const vpc = resourceKind(resource.type) === "adopted-security-group" ? stack.referenceOf(resource, "vpcId", "vpc") : undefined;
  return !stack.ofKind("vpc").some((one) => one.urn === vpc && !isAdopting(one.type) && isBeingCreated(one));
}

/** The default group of a VPC that existed before and whose id is unknown may be the group that another id names. */
function defaultGroupsOfAdoptedVpcs(stack: Stack): readonly Key[] {
  return stack
    .ofKind("vpc")
    .filter(({ type, outputs }) => isAdopting(type) && typeof outputs["defaultSecurityGroupId"] !== "string")
    .map(({ urn }) => stack.defaultGroupOf(urn))
    .filter((key) => vpcOfDefaultGroup(key) !== undefined);
}

function family(stack: Stack, referent: Referent, known: () => readonly Key[]): readonly (readonly Key[])[] {
  const adopted = stack.resources
    .filter((resource) => isReferent(resource.type, referent) && adoptsExisting(stack, resource))
    .map(({ urn }) => urn);
  if (referent === "security-group") for (const group of defaultGroupsOfAdoptedVpcs(stack)) adopted.push(group);
  if (adopted.length === 0) return [];
  const literal = known().filter((key) => !isManaged(key) && vpcOfDefaultGroup(key) === undefined);
  const aliases = keySet([...adopted, ...literal]);
  return aliases.length > 1 ? [aliases] : [];
}
