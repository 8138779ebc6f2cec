import { type Attachment, type Key, keySet } from "@lambda-vpc/model";
import { isAdopting, isReferent, type Referent } from "./aws-types";
import type { Stack } from "./stack";

/**
 * Keys that may be the same thing: a resource that adopts what exists, as long as its id does not show, and every id that functions name
 * (or that stand as VPCs of subnets and groups) without the stack managing it.
 */
export function alikeKeys(stack: Stack, attachments: readonly Attachment[], vpcs: readonly Key[]): readonly (readonly Key[])[] {
  return [
    ...family(
      stack,
      "subnet",
      attachments.flatMap(({ subnets }) => subnets.known),
    ),
    ...family(
      stack,
      "security-group",
      attachments.flatMap(({ securityGroups }) => securityGroups.known),
    ),
    ...family(stack, "vpc", vpcs),
  ];
}

function family(stack: Stack, referent: Referent, known: readonly Key[]): readonly (readonly Key[])[] {
  const adopted = stack.resources.filter(
    ({ type, outputs }) => isAdopting(type) && isReferent(type, referent) && typeof outputs["id"] !== "string",
  );
  const literal = known.filter((key) => !key.startsWith("urn:"));
  const alike = keySet([...adopted.map(({ urn }) => urn), ...literal]);
  return adopted.length > 0 && alike.length > 1 ? [alike] : [];
}
