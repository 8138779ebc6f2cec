import type { Key, Network } from "@lambda-vpc/model";

/** The subnets and security groups that a destroy of the stack deletes: those that it creates, not those that it adopts. */
export function managedKeys({ subnets, securityGroups }: Network): ReadonlySet<Key> {
  return new Set([...subnets, ...securityGroups].filter(({ adopted }) => adopted !== true).map(({ key }) => key));
}
