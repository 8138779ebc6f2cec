import type { Key, Opacity, PartialList } from "@lambda-vpc/model";
import { networkReferents } from "./aws-types";
import { sharedList } from "./shared-configuration";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { elements, UNKNOWN, type Value } from "./value";

/** Where a list of ids stands. */
export interface Place {
  readonly resource: StackResource;
  /** The property of the resource that holds it, at whatever depth: dependencies are told for whole properties only. */
  readonly property: string;
}

/** What the elements of a list are, and what a shared configuration of ours calls its own list of them. */
const lists = { subnet: "subnetIds", "security-group": "securityGroupIds" } as const;

/** A list of subnets or groups as a preview shows it: known ids by key, holes, and what these may be as far as the property's dependencies tell. */
export function readList(stack: Stack, place: Place, list: Value | undefined, referent: keyof typeof lists): PartialList {
  const dependencies = stack.dependencies(place.resource, place.property);
  const shared = list === UNKNOWN ? sharedList(stack, dependencies, lists[referent], referent) : undefined;
  if (shared !== undefined) return shared;
  const items = elements(list);
  const known = items === UNKNOWN ? [] : items.flatMap((item) => (typeof item === "string" ? stack.keyOfId(item) : []));
  const holes = items === UNKNOWN ? "unknown" : items.filter((item) => item === UNKNOWN).length;
  if (holes === 0) return { known, holes, candidates: [] };
  const candidates: readonly Key[] = stack.candidates(dependencies, referent);
  const opaque = opacity(stack, place.resource, dependencies);
  return { known, holes, candidates, ...(opaque === undefined ? {} : { opaque }) };
}

function opacity(stack: Stack, { inputs }: StackResource, dependencies: readonly StackResource[]): Opacity | undefined {
  if (inputs === undefined) return "inputs-not-seen";
  return dependencies.every((dependency) => stack.holdsAny(dependency, networkReferents)) ? undefined : "foreign-dependency";
}
