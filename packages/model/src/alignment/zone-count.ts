import { between, type Count } from "../count/count";
import type { Key } from "../facts/key";
import type { Selection } from "../selections/selection";
import type { SubnetFacts } from "./subnet-facts";

/**
 * The number of availability zones in which the subnets of a selection lie. A subnet of unknown zone may be in a zone of the others, which counts
 * in the min, or in another zone, which counts in the max. Of alternatives, each is counted.
 */
export function countZones(selection: Selection, facts: SubnetFacts): Count {
  const { certain, likely, basis, alternatives } = selection;
  if (alternatives === undefined) return countZonesOfOne(selection, facts);
  const counts = alternatives.map((one) => {
    const possible = [...certain, ...one.keys];
    const [least, most] = [certain.length + one.least, certain.length + one.most];
    return countZonesOfOne({ certain, likely, possible, least, most, open: false, basis }, facts);
  });
  return between(Math.min(...counts.map(({ min }) => min)), zonesOf(likely, facts).most, Math.max(...counts.map(({ max }) => max)), basis);
}

function countZonesOfOne({ certain, likely, possible, least, most, open, basis }: Selection, facts: SubnetFacts): Count {
  const sure = zonesOf(certain, facts);
  const perhaps = possible.filter((subnet) => !certain.includes(subnet));
  const unseen = open ? most - certain.length : 0;
  const min = sure.known.size + furtherZones(perhaps, sure, open ? 0 : least - certain.length, facts);
  const max = Math.min(zonesOf(possible, facts).most + unseen, sure.most + most - certain.length);
  return between(Math.max(min, Math.min(least, 1)), zonesOf(likely, facts).most, max, basis);
}

interface Zones {
  readonly known: ReadonlySet<string>;
  readonly most: number;
}

function zonesOf(subnets: readonly Key[], facts: SubnetFacts): Zones {
  const zones = subnets.map((subnet) => facts.get(subnet)?.zone);
  const known = new Set(zones.filter((zone) => zone !== undefined));
  return { known, most: known.size + zones.filter((zone) => zone === undefined).length };
}

/** The fewest further zones that `needed` more of the subnets add. Subnets that may be in counted zones are used first, then the zones with most subnets. */
function furtherZones(subnets: readonly Key[], { known }: Zones, needed: number, facts: SubnetFacts): number {
  const elsewhere = Map.groupBy(subnets, (subnet) => facts.get(subnet)?.zone);
  const free = [...elsewhere].reduce((sum, [zone, all]) => (zone === undefined || known.has(zone) ? sum + all.length : sum), 0);
  const sizes = [...elsewhere].flatMap(([zone, all]) => (zone === undefined || known.has(zone) ? [] : [all.length]));
  let [missing, further] = [needed - free, 0];
  for (const size of sizes.sort((a, b) => b - a)) {
    if (missing <= 0) break;
    missing -= size;
    further += 1;
  }
  return further;
}
