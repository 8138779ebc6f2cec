import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";

/** The dependants of resources: the engine destroys a resource only after all its dependants, and children before their parents. */
export class Dependants {
  private readonly parents: ReadonlyMap<string, StackResource | undefined>;
  private readonly direct = new Map<string, Set<string>>();
  private readonly found = new Map<string, ReadonlySet<string>>();

  constructor({ resources }: Stack) {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.parents = new Map(resources.map(({ urn, parent }) => [urn, parent === undefined ? undefined : byUrn.get(parent)]));
    for (const resource of resources) for (const needed of neededBy(resource, byUrn)) this.add(needed, resource.urn);
  }

  /** The URNs of all direct and indirect dependants of `urn`. A dependant of a component depends on all its children. */
  of(urn: string): ReadonlySet<string> {
    const known = this.found.get(urn) ?? this.search(urn);
    this.found.set(urn, known);
    return known;
  }

  private search(urn: string): ReadonlySet<string> {
    const found = new Set([urn]);
    // Iteration over a set includes elements that are added meanwhile, each once.
    for (const one of found)
      for (const name of [one, ...this.componentsAround(one)]) for (const dependant of this.direct.get(name) ?? []) found.add(dependant);
    found.delete(urn);
    return found;
  }

  private add(needed: string, dependant: string): void {
    const dependants = this.direct.get(needed);
    if (dependants === undefined) this.direct.set(needed, new Set([dependant]));
    else dependants.add(dependant);
  }

  private componentsAround(urn: string): readonly string[] {
    const around = new Set<string>();
    for (
      let parent = this.parents.get(urn);
      parent !== undefined && !parent.custom && !around.has(parent.urn);
      parent = this.parents.get(parent.urn)
    )
      around.add(parent.urn);
    return [...around];
  }
}

/** A component is not a dependency of its children: it is not a resource that could be destroyed before them. */
function neededBy(resource: StackResource, byUrn: ReadonlyMap<string, StackResource>): readonly string[] {
  const parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
  return [
    ...(resource.dependencies ?? []),
    ...Object.values(resource.propertyDependencies).flat(),
    ...(parent?.custom === true ? [parent.urn] : []),
  ];
}
