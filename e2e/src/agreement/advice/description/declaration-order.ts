import { neededBy } from "./map-described";
import { type ResourceDescription, type Urn, urnOf } from "./program-description";

/**
 * The resources so that each is declared after those that it is made from, otherwise in their order. Laws: nothing is added or left out; resources
 * that are in order stay as they are. `undefined` if some need each other, or need what is not declared.
 */
export function declarationOrder(resources: readonly ResourceDescription[]): readonly ResourceDescription[] | undefined {
  const [declared, done]: [ResourceDescription[], Set<Urn>] = [[], new Set()];
  let left = resources;
  while (left.length > 0) {
    const later: ResourceDescription[] = [];
    for (const resource of left) {
      if (neededBy(resource).every((urn) => done.has(urn))) {
        declared.push(resource);
        done.add(urnOf(resource));
      } else later.push(resource);
    }
    if (later.length === left.length) return undefined;
    left = later;
  }
  return declared;
}
