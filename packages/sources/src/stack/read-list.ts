import type { Key, Opacity, PartialList } from "@lambda-vpc/model";
import { networkReferents } from "./aws-types";
import { sharedList } from "./shared-configuration";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { elements, UNKNOWN, type Value } from "./value";

/** The position of a list of ids. */
export interface Place {
  readonly resource: StackResource;
  /** The property of the resource that contains it, at any depth: dependencies are recorded only for top-level properties. */
  readonly property: string;
}

/** The kinds of list elements, and the property of a `SharedVpcConfig` or `Network` that lists them. */
const lists = { subnet: "subnetIds", "security-group": "securityGroupIds" } as const;

/** Reads a list of subnets or groups: keys of known ids, holes, and the candidates of the holes from the dependencies of the property. */
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
