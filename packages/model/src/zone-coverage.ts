import type { Verdict } from "./count";
import type { Key } from "./key";
import type { Subnet } from "./network";

/** What is known of subnets, by key; one that the stack does not manage has no zone here. */
export type SubnetFacts = ReadonlyMap<Key, Subnet>;

/**
 * Whether a function may move from subnets `from` to subnets `onto`: not onto fewer availability zones, never from several subnets to one,
 * and not onto a public subnet from private ones, which would take its way to the internet (Developer Guide, configuration-vpc). Where
 * zones are unknown it is undecided, unless every way in which they may lie agrees.
 */
export function keepsCoverage(from: readonly Key[], onto: readonly Key[], facts: SubnetFacts): Verdict {
  if (onto.length < Math.min(from.length, 2)) return "violation";
  const isPublic = (subnet: Key): boolean => facts.get(subnet)?.public === true;
  if (onto.some((subnet) => isPublic(subnet) && !from.includes(subnet)) && !from.every(isPublic)) return "violation";
  if (from.every((subnet) => onto.includes(subnet))) return "ok";
  const [before, after] = [numberOfZones(from, facts), numberOfZones(onto, facts)];
  if (after.least >= before.most) return "ok";
  return after.most < before.least ? "violation" : "undecided";
}

/** Subnets whose zone is unknown may all lie in zones of the others, or each in one of its own. */
function numberOfZones(subnets: readonly Key[], facts: SubnetFacts): { readonly least: number; readonly most: number } {
  const zones = subnets.map((subnet) => facts.get(subnet)?.zone);
  const known = new Set(zones.filter((zone) => zone !== undefined));
  const unknown = zones.filter((zone) => zone === undefined).length;
  return { least: Math.max(known.size, Math.min(subnets.length, 1)), most: known.size + unknown };
}
