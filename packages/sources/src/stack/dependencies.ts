import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";

/** The dependencies of resources: the engine destroys a resource only after everything that depends on it, and children before their parents. */
export class Dependencies {
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly found = new Map<string, ReadonlySet<string>>();
  private children: ReadonlyMap<string | undefined, readonly StackResource[]> | undefined;

  constructor(private readonly stack: Stack) {
    this.byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
  }

  /**
   * The URNs of all direct and indirect dependencies of `urn`. A dependency on a component is one on all its children. They are computed from the dependant, because
   * thousands of resources often depend on one resource, but hardly one depends on thousands.
   */
  of(urn: string): ReadonlySet<string> {
    const known = this.found.get(urn) ?? this.search(urn);
    this.found.set(urn, known);
    return known;
  }

  private search(urn: string): ReadonlySet<string> {
    const found = new Set([urn]);
    // Iteration over a set includes elements that are added meanwhile, each once.
    for (const one of found)
      for (const needed of this.neededBy(this.byUrn.get(one))) {
        found.add(needed);
        for (const part of this.partsOf(needed)) found.add(part);
      }
    found.delete(urn);
    return found;
  }

  /** A component is not a dependency of its children: it is not a resource that could be destroyed before them. */
  private neededBy(resource: StackResource | undefined): readonly string[] {
    if (resource === undefined) return [];
    const parent = this.byUrn.get(resource.parent ?? "");
    return [
      ...(resource.dependencies ?? []),
      ...Object.values(resource.propertyDependencies).flat(),
      ...(parent?.custom === true ? [parent.urn] : []),
    ];
  }

  /** The resources inside a component, at any depth, but not the children of custom resources among them. */
  private partsOf(urn: string): Iterable<string> {
    if (this.byUrn.get(urn)?.custom !== false) return [];
    this.children ??= Map.groupBy(this.stack.resources, ({ parent }) => parent);
    const parts = new Set([urn]);
    for (const one of parts)
      if (this.byUrn.get(one)?.custom === false) for (const child of this.children.get(one) ?? []) parts.add(child.urn);
    return parts;
  }
}
