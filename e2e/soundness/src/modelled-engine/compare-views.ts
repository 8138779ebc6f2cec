import { type StackResource, UNKNOWN as READ_UNKNOWN } from "@lambda-vpc/sources";
import type { Version } from "../description/description";
import type { State } from "./deployed";
import { defaultGroupUrn, type IdOf, ModelledEngine } from "./engine";
import { runProgram } from "./program/program";
import { resourceTypes } from "./bridge/resource-types";
import { readViews } from "./read-views";
import { viewsOf } from "./views";

/*
 * Holds the modelled engine to the real one: both views of a version, joined as the pack joins them, must be equal. Left out are the order of dependencies, which
 * varies between runs, the digits of generated names, and the values that AWS makes up: of those it counts whether they are known.
 */

/** What differs between the views that the engine showed and the modelled ones; `ids` are those of the deployment of `previous`. */
export function viewDifferences(
  recorded: readonly StackResource[],
  version: Version,
  previous: Version | undefined,
  ids: Readonly<Record<string, string>>,
): readonly string[] {
  const shown = byUrn(recorded);
  const modelled = byUrn(modelledResources(version, previous, idsOf(recorded, ids)));
  return [...new Set([...shown.keys(), ...modelled.keys()])].sort().flatMap((urn) => {
    const [left, right] = [shown.get(urn), modelled.get(urn)];
    if (left === undefined) return [`${urn}: only the modelled engine has it`];
    if (right === undefined) return [`${urn}: the modelled engine does not have it`];
    return [...new Set([...left.keys(), ...right.keys()])]
      .filter((path) => left.get(path) !== right.get(path))
      .map((path) => `${urn} ${path}: ${left.get(path) ?? "nothing"}, modelled ${right.get(path) ?? "nothing"}`);
  });
}

/** What the pack reads of the modelled views. */
export function modelledResources(version: Version, previous: Version | undefined, idOf: IdOf): readonly StackResource[] {
  const engine = new ModelledEngine({ kind: "preview" }, previous === undefined ? new Map() : deployed(previous, idOf));
  runProgram(version, engine);
  return readViews(viewsOf(engine.registered));
}

function deployed(version: Version, idOf: IdOf): State {
  const engine = new ModelledEngine({ kind: "update", idOf }, new Map());
  runProgram(version, engine);
  return engine.state;
}

/** The ids of the engine's deployment. The default group of a VPC is in the outputs of the VPC. */
function idsOf(recorded: readonly StackResource[], ids: Readonly<Record<string, string>>): IdOf {
  const defaults = recorded.flatMap(({ urn, outputs }) => {
    const group = outputs["defaultSecurityGroupId"];
    return typeof group === "string" ? [[defaultGroupUrn(urn), group] as const] : [];
  });
  const all = new Map([...Object.entries(ids), ...defaults]);
  return (urn) => all.get(urn) ?? `no-id-of-${urn}`;
}

/** What is compared of each resource, as texts by their paths. */
function byUrn(resources: readonly StackResource[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(resources.map((resource) => [resource.urn, compared(resource)]));
}

function compared({ inputs = {}, outputs, propertyDependencies, dependencies = [], ...rest }: StackResource): ReadonlyMap<string, string> {
  const madeUp = resourceTypes[rest.type]?.madeUp ?? {};
  return new Map([
    ...Object.entries(rest).map(([name, value]) => [name, text(value)] as const),
    ...Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, text(value)] as const),
    ...Object.entries(outputs).map(
      ([name, value]) => [`outputs.${name}`, Object.hasOwn(madeUp, name) && value !== READ_UNKNOWN ? "known" : text(value)] as const,
    ),
    ...Object.entries(propertyDependencies).map(([name, urns]) => [`propertyDependencies.${name}`, text([...urns].sort())] as const),
    ["dependencies", text([...dependencies].sort())],
  ]);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (one === READ_UNKNOWN ? "?" : inOrder(one)))
    .replaceAll(/-[0-9a-f]{7}(?![0-9a-z])/g, "-0000000")
    .replaceAll(/"[0-9a-f:]+::\/(56|64)"/g, "an IPv6 /$1")
    .replaceAll(/cidr-assoc-[0-9a-f]+/g, "cidr-assoc");
}

/** Objects with their keys in order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
