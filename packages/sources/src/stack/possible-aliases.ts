import { type AddressConsumer, type Attachment, type Inventory, isManaged, type Key, keySet } from "@lambda-vpc/model";
import { isAdopting, isReferent, type Referent } from "./aws-types";
import type { Stack } from "./stack";

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
  const subnets = [...attachments, ...addressConsumers].flatMap((consumer) => consumer.subnets.known);
  const groups = attachments.flatMap((attachment) => attachment.securityGroups.known);
  return [
    ...family(stack, "subnet", [...subnets, ...held.map(({ subnet }) => subnet), ...inventoried.map(({ subnet }) => subnet)]),
    ...family(stack, "security-group", [...groups, ...held.flatMap(({ securityGroups }) => securityGroups)]),
    ...family(stack, "vpc", [...vpcs, ...inventoried.flatMap(({ vpc }) => vpc ?? [])]),
  ];
}

function family(stack: Stack, referent: Referent, known: readonly Key[]): readonly (readonly Key[])[] {
  const adopted = stack.resources.filter(
    ({ type, outputs }) => isAdopting(type) && isReferent(type, referent) && typeof outputs["id"] !== "string",
  );
  const literal = known.filter((key) => !isManaged(key));
  const aliases = keySet([...adopted.map(({ urn }) => urn), ...literal]);
  return adopted.length > 0 && aliases.length > 1 ? [aliases] : [];
}
