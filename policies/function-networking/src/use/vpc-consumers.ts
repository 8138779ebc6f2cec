import type { Network, ResolvedAttachment, ResolvedNetwork } from "@lambda-vpc/model";

/** Whether a function, a network connector or a capacity provider of the stack is in a VPC. */
export function isInVpc({ attachments, connectors = [], capacityProviders = [] }: Network): boolean {
  return attachments.length + connectors.length + capacityProviders.length > 0;
}

/** All that Lambda connects to a VPC, in the order of the stack. */
export function consumersIn({ attachments, connectors, capacityProviders }: ResolvedNetwork): readonly ResolvedAttachment[] {
  return [...attachments, ...connectors, ...capacityProviders];
}
