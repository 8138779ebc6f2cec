import type { Key } from "../../facts/key";
import type { Network } from "../../facts/network";
import { renamed } from "../variations/renaming";
import type { World } from "./worlds";

/** One way in which keys that may be the same thing turn out. */
export interface AliasResolution {
  /** The network with one key for each thing. */
  readonly network: Network;
  /** The key of the thing that `key` turns out to be. */
  readonly called: (key: Key) => Key;
}

/**
 * Every way in which the aliases of `network` may turn out: each group of keys is one thing, or as many as there are keys. A way in which one
 * thing would be in two VPCs is left out.
 */
export function aliasResolutions({ aliases = [], ...network }: Network): readonly AliasResolution[] {
  let names: ReadonlyMap<Key, Key>[] = [new Map()];
  for (const [first = "", ...others] of aliases)
    names = names.flatMap((so) => [so, new Map([...so, ...others.map((key) => [key, first] as const)])]);
  return names
    .map((name) => (key: Key) => name.get(key) ?? key)
    .filter((called) => places(network).every((one, _, all) => inOneVpc(one, all, called)))
    .map((called) => ({ network: withFactsOnce(renamed(network, called)), called }));
}

/** A world in the keys of a resolution. */
export function resolvedWorld(world: World, { called }: AliasResolution): World {
  const distinct = (keys: readonly Key[]): readonly Key[] => [...new Set(keys.map(called))];
  return world.map(({ subnets, groups }) => ({ subnets: distinct(subnets), groups: distinct(groups) }));
}

interface Placed {
  readonly key: Key;
  readonly vpc?: Key;
}

/** Whatever the stack and the inventory say of VPCs. */
function places({ subnets, securityGroups, inventory }: Network): readonly Placed[] {
  const inventoried = (inventory?.subnets ?? []).map(({ subnet, vpc }) => ({ key: subnet, ...(vpc === undefined ? {} : { vpc }) }));
  return [...subnets, ...securityGroups, ...inventoried];
}

function inOneVpc(one: Placed, all: readonly Placed[], called: (key: Key) => Key): boolean {
  return all.every(({ key, vpc }) => called(key) !== called(one.key) || vpc === undefined || one.vpc === undefined || vpc === one.vpc);
}

/** Two resources that are one thing say one VPC: that of whichever shows it. */
function withFactsOnce(network: Network): Network {
  const once = <T extends Placed>(facts: readonly T[]): readonly T[] =>
    [...Map.groupBy(facts, ({ key }) => key).values()].flatMap((same) => same.find(({ vpc }) => vpc !== undefined) ?? same.slice(0, 1));
  return { ...network, subnets: once(network.subnets), securityGroups: once(network.securityGroups) };
}
