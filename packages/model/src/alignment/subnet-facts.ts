import type { Key } from "../facts/key";
import type { Network, Subnet } from "../facts/network";

/** What is known of where subnets are, by key. */
export type SubnetFacts = ReadonlyMap<Key, SubnetFact>;

export type SubnetFact = Pick<Subnet, "zone" | "public">;

/**
 * What the stack says of its subnets, and the inventory of the others. Of a subnet about which the inventory says two things nothing is
 * known. Whether subnets outside the stack are public never shows.
 */
export function subnetFacts({ subnets, inventory }: Network): SubnetFacts {
  const said = Map.groupBy(inventory?.subnets ?? [], ({ subnet }) => subnet);
  const outside = [...said].map(([subnet, all]): readonly [Key, SubnetFact] => {
    const [zone, ...others] = new Set(all.flatMap((one) => one.zone ?? []));
    return [subnet, zone === undefined || others.length > 0 ? { public: false } : { public: false, zone }];
  });
  return new Map<Key, SubnetFact>([...outside, ...subnets.map((subnet) => [subnet.key, subnet] as const)]);
}
