import type { Key } from "../../facts/key";
import type { Network } from "../../facts/network";
import { renamed } from "../variations/renaming";
import type { World } from "./worlds";

/** One assignment of possible aliases to resources. */
export interface AliasResolution {
  /** The network with one key for each resource. */
  readonly network: Network;
  /** The key of the resource that `key` identifies. */
  readonly called: (key: Key) => Key;
}

/**
 * Every resolution of the aliases of `network`: each group of keys is one resource, or each key is another one. A resolution in which one
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

/** All facts of the stack and the inventory about VPCs. */
function places({ subnets, securityGroups, inventory }: Network): readonly Placed[] {
  const inventoried = (inventory?.subnets ?? []).map(({ subnet, vpc }) => ({ key: subnet, ...(vpc === undefined ? {} : { vpc }) }));
  return [...subnets, ...securityGroups, ...inventoried];
}

function inOneVpc(one: Placed, all: readonly Placed[], called: (key: Key) => Key): boolean {
  return all.every(({ key, vpc }) => called(key) !== called(one.key) || vpc === undefined || one.vpc === undefined || vpc === one.vpc);
}

/** Two keys of one resource have one VPC: the one that is known. */
function withFactsOnce(network: Network): Network {
  const once = <T extends Placed>(facts: readonly T[]): readonly T[] =>
    [...Map.groupBy(facts, ({ key }) => key).values()].flatMap((same) => same.find(({ vpc }) => vpc !== undefined) ?? same.slice(0, 1));
  return { ...network, subnets: once(network.subnets), securityGroups: once(network.securityGroups) };
}
