import type { Key, Network, Selection } from "@lambda-vpc/model";

/** The subnets and security groups that a destroy of the stack deletes: those that it creates, not those that it adopts. */
export function managedKeys({ subnets, securityGroups }: Network): ReadonlySet<Key> {
  return new Set([...subnets, ...securityGroups].filter(({ adopted }) => adopted !== true).map(({ key }) => key));
}

/** Whether a list may contain other resources of this stack than its candidates. A list that depends on nothing of this stack cannot. */
export function mayContainOthers({ open, uncertainty }: Selection): boolean {
  return open && uncertainty !== "no-candidates";
}
