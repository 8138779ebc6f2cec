import type { Json } from "@lambda-vpc/test-stacks/json";
import { exceptions } from "./exceptions";
import type { Sighting } from "./sighting";

/** Something that a policy is shown over one provider and not over the other. Undefined where there is nothing. */
export interface Difference {
  /** The sighting, such as `preview, stack view, f3 (aws:lambda/function:Function)`. */
  readonly sighting: string;
  /** The path inside it, such as `props.vpcConfig.subnetIds[0]`. */
  readonly path: string;
  readonly bridge: Json | undefined;
  readonly simulation: Json | undefined;
}

/** Where two runs' comparable sightings differ, but for the exceptions; in the order of sightings and paths. */
export function differencesBetween(bridge: readonly Sighting[], simulation: readonly Sighting[]): readonly Difference[] {
  const [left, right] = [byTitle(bridge), byTitle(simulation)];
  const titles = [...new Set([...left.keys(), ...right.keys()])].sort();
  return titles.flatMap((sighting) =>
    differences(left.get(sighting), right.get(sighting), "").map((difference) => ({ sighting, ...difference })),
  );
}

/** One line for people. */
export function describeDifference({ sighting, path, bridge, simulation }: Difference): string {
  return `${sighting}: ${path || "all of it"}: the bridge shows ${text(bridge)}, the simulation ${text(simulation)}`;
}

function byTitle(sightings: readonly Sighting[]): ReadonlyMap<string, Json> {
  return new Map(
    sightings.map(({ phase, view, name, type, ...seen }) => [
      `${phase}, ${view} view, ${name} (${type})`,
      { ...seen, props: withoutExceptions(type, seen.props) } as Json,
    ]),
  );
}

function withoutExceptions(type: string, props: Sighting["props"]): Sighting["props"] {
  const excepted = exceptions.filter((exception) => exception.type === type).map(({ field }) => field);
  const known = (value: Json): Json => (value === "U" || value === null ? value : "known");
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [name, excepted.includes(name) ? known(value) : value]));
}

type PropertyDifference = Omit<Difference, "sighting">;

function differences(bridge: Json | undefined, simulation: Json | undefined, path: string): readonly PropertyDifference[] {
  if (isList(bridge) && isList(simulation) && bridge.length === simulation.length)
    return bridge.flatMap((element, index) => differences(element, simulation[index], `${path}[${index}]`));
  if (isObject(bridge) && isObject(simulation))
    return [...new Set([...Object.keys(bridge), ...Object.keys(simulation)])]
      .sort()
      .flatMap((name) => differences(bridge[name], simulation[name], path === "" ? name : `${path}.${name}`));
  return text(bridge) === text(simulation) ? [] : [{ path, bridge, simulation }];
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function isObject(json: Json | undefined): json is { readonly [name: string]: Json } {
  return typeof json === "object" && json !== null && !isList(json);
}

function text(json: Json | undefined): string {
  return json === undefined ? "nothing" : JSON.stringify(json);
}
