import { applied, idOf, type Input, Output, type Resource, resource } from "@lambda-vpc/sources/testing";
import { READ } from "./stack";

/** A reference to a subnet or a group: the resource, a literal id, or an output of an id. */
export type Reference = Resource | string | Output;

/** A list of references, element by element, or one output of the whole list. */
export type ReferenceList = readonly Reference[] | Output;

export function idOfReference(reference: Reference): Input {
  return typeof reference === "string" || reference instanceof Output ? reference : idOf(reference);
}

export function idsOf(list: ReferenceList): Input {
  return list instanceof Output ? list : list.map(idOfReference);
}

/** A list that an `apply` over all of `from` selects: unknown until the deployment, then `kept`. */
export function cut(from: readonly Resource[], kept: readonly Resource[] = from): Output {
  return applied(from, kept.map(idOf));
}

/** The id `id` from another stack that is not deployed yet: unknown, without dependencies that policies receive. */
export function fromElsewhere(id: string): Output {
  return applied([resource(READ, `stack-of-${id}`)], id);
}
