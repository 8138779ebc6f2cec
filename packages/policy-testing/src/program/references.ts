import { applied, idOf, type Input, Output, type Resource, resource } from "@lambda-vpc/sources/testing";
import { READ } from "./stack";

/** How a program names a subnet or a group: the resource itself, a literal id, or an output that will be one. */
export type Reference = Resource | string | Output;

/** A list of them, element by element, or one output that is the whole list. */
export type ReferenceList = readonly Reference[] | Output;

export function idOfReference(reference: Reference): Input {
  return typeof reference === "string" || reference instanceof Output ? reference : idOf(reference);
}

export function idsOf(list: ReferenceList): Input {
  return list instanceof Output ? list : list.map(idOfReference);
}

/** The list that an `apply` over all of `from` cuts out: until the deployment it is unknown as a whole, then it is `kept`. */
export function cut(from: readonly Resource[], kept: readonly Resource[] = from): Output {
  return applied(from, kept.map(idOf));
}

/** The id `id` out of another stack that is not deployed yet: unknown, and it depends on nothing that policies are shown. */
export function fromElsewhere(id: string): Output {
  return applied([resource(READ, `stack-of-${id}`)], id);
}
