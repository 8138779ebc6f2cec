import type { Json } from "@lambda-vpc/test-stacks/json";
import type { Sighting } from "./sighting";

/** Ids that a provider makes up: long enough not to be those of the network that was there before. */
const MADE_UP_ID = /\b(vpc-cidr-assoc|vpc|subnet|sg|sgr|sgrule|acl|rtb|dopt)-[0-9a-f]{6,}\b/g;

/** The digits that Pulumi puts behind the name of a resource that the program left to it, and the provider behind a prefix (`made-`). */
const MADE_UP_NAME = /\b(made-)[\w-]+|\b([a-z]\w*-)[0-9a-f]{7}\b/g;

/** The IPv6 range that Amazon picks for a VPC. */
const IPV6_RANGE = /\b2001:db8:[0-9a-f:]+\/56\b/g;

/** Zones, which AWS picks where the program does not. */
const ZONE = /\bus-east-1[abc]\b|\buse1-az[123]\b/g;

/**
 * A run's sightings without what may differ from run to run: made-up ids become the names of their resources, made-up names lose their
 * digits. Sets have no order, so those that the outputs show in ascending order, and blocks, are brought into one that does not depend on ids.
 * Inputs keep the program's order.
 */
export function comparable(sightings: readonly Sighting[]): readonly Sighting[] {
  const names = new Map(
    sightings.flatMap(({ name, props: { id } }): [string, string][] => (typeof id === "string" ? [[id, `(id of ${name})`]] : [])),
  );
  const settled = (text: string): string =>
    text
      .replace(MADE_UP_ID, (id, kind: string) => names.get(id) ?? `(some ${kind})`)
      .replace(IPV6_RANGE, "(a range)")
      .replace(MADE_UP_NAME, (_, prefix?: string, name?: string) => `${prefix ?? name ?? ""}#`);
  return sightings.map((sighting) => {
    const outputs = sighting.view === "stack";
    const text = outputs ? (given: string): string => settled(given).replace(ZONE, "(a zone)") : settled;
    return { ...sighting, props: value(sighting.props, text, outputs) as Sighting["props"] };
  });
}

function value(json: Json, settled: (text: string) => string, outputs: boolean): Json {
  if (typeof json === "string") return settled(json);
  if (typeof json !== "object" || json === null) return json;
  if (!Array.isArray(json))
    return Object.fromEntries(Object.entries(json).map(([name, inner]: [string, Json]) => [name, value(inner, settled, outputs)]));
  const elements = (json as readonly Json[]).map((element) => value(element, settled, outputs));
  return outputs && isSetLike(json) ? elements.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) : elements;
}

/** Every list of blocks here is a set; of the lists of texts, those in ascending order may be, and lose nothing when they are not. */
function isSetLike(elements: readonly Json[]): boolean {
  return elements.every((element, index) => typeof element === "object" || index === 0 || String(elements[index - 1]) <= String(element));
}
