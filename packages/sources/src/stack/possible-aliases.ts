import { type AddressConsumer, type Attachment, type Inventory, isManaged, type Key, keySet } from "@lambda-vpc/model";
import { isAdopting, isReferent, type Referent } from "./aws-types";
import type { Stack } from "./stack";

const nothing: Inventory = { subnets: [], combinations: [] };

/**
 * Keys that may be the same thing: a resource that adopts what exists, as long as its id does not show, and every id that functions, other
 * consumers or the inventory name (or that stand as VPCs of subnets and groups) without the stack managing it.
 */
export function alikeKeys(
  stack: Stack,
  attachments: readonly Attachment[],
  others: readonly AddressConsumer[],
  vpcs: readonly Key[],
  { subnets: homes, combinations: held } = nothing,
): readonly (readonly Key[])[] {
  const subnets = [...attachments, ...others].flatMap((consumer) => consumer.subnets.known);
  const groups = attachments.flatMap((attachment) => attachment.securityGroups.known);
  return [
    ...family(stack, "subnet", [...subnets, ...held.map(({ subnet }) => subnet), ...homes.map(({ subnet }) => subnet)]),
    ...family(stack, "security-group", [...groups, ...held.flatMap(({ securityGroups }) => securityGroups)]),
    ...family(stack, "vpc", [...vpcs, ...homes.flatMap(({ vpc }) => vpc ?? [])]),
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
