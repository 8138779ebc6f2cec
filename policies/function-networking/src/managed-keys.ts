import type { Key, Network, Selection } from "@lambda-vpc/model";

/** The subnets and security groups that go when the stack is destroyed: those that it made, not those that it took over. */
export function madeHere({ subnets, securityGroups }: Network): ReadonlySet<Key> {
  return new Set([...subnets, ...securityGroups].filter(({ adopted }) => adopted !== true).map(({ key }) => key));
}

/** Whether a list may name anything of this stack beyond its candidates: not where it depends on nothing of this stack at all. */
export function mayNameMore({ open, uncertainty }: Selection): boolean {
  return open && uncertainty !== "no-candidates";
}
