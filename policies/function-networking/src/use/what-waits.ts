import { isExactSelection, type Key, type ResolvedAttachment } from "@lambda-vpc/model";

/** The resources whose deletion waits for the ENIs of a function. */
export interface Waiting {
  readonly kind: "security group" | "subnet" | "nothing";
  readonly keys: readonly Key[];
}

/**
 * What waits for all ENIs of these attachments: one group of each, or else all subnets. Nothing if the stack deletes no group of one of them, and
 * not all of its subnets. `deleted` are the groups and subnets that the stack deletes.
 */
export function whatWaits(attachments: readonly ResolvedAttachment[], deleted: ReadonlySet<Key>): Waiting {
  const groups = attachments.map(({ securityGroups }) => securityGroups.certain.filter((key) => deleted.has(key)).slice(0, 1));
  if (groups.every((some) => some.length > 0)) return { kind: "security group", keys: groups.flat() };
  const subnets = attachments.map(({ subnets: list }) => (isExactSelection(list) ? list.certain : []));
  const allDeleted = subnets.every((some) => some.length > 0 && some.every((key) => deleted.has(key)));
  return allDeleted ? { kind: "subnet", keys: subnets.flat() } : { kind: "nothing", keys: [] };
}
