import type { Key } from "../facts/key";
import type { Network, Subnet } from "../facts/network";

/** The known zone of each subnet and whether it is public, by key. */
export type SubnetFacts = ReadonlyMap<Key, SubnetFact>;

export type SubnetFact = Pick<Subnet, "zone" | "public">;

/**
 * The facts of the stack about its subnets, and those of the inventory about the others. If the inventory lists several zones for a subnet, its
 * zone is unknown. Whether a subnet outside the stack is public is never known.
 */
export function subnetFacts({ subnets, inventory }: Network): SubnetFacts {
  const inventoried = Map.groupBy(inventory?.subnets ?? [], ({ subnet }) => subnet);
  const outside = [...inventoried].map(([subnet, all]): readonly [Key, SubnetFact] => {
    const [zone, ...others] = new Set(all.flatMap((one) => one.zone ?? []));
    return [subnet, zone === undefined || others.length > 0 ? { public: false } : { public: false, zone }];
  });
  return new Map<Key, SubnetFact>([...outside, ...subnets.map((subnet) => [subnet.key, subnet] as const)]);
}
