import { Dependencies } from "./dependencies";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { largest } from "@lambda-vpc/model";

/**
 * How deep each resource of a stack is: the number of resources in its longest chain of dependencies. A destroy deletes resources of one depth
 * together, the deepest first, and waits for all of them before it continues (docs/engine-facts.md#deletion-rounds).
 *
 * Law: a resource is deeper than everything that it depends on. Resources that are read with `.get` do not count, because policies do not see them.
 * `roots` are the resources whose depths are computed, with those of everything that they depend on.
 */
export function deletionDepths(
  stack: Stack,
  dependencies = new Dependencies(stack),
  roots: readonly StackResource[] = stack.resources,
): ReadonlyMap<string, number> {
  const [depths, direct] = [new Map<string, number>(), directDependencies(stack, dependencies)];
  const open: string[] = [];
  // A list instead of recursion: a chain can be longer than the call stack. A resource that is open twice is in a cycle, which no engine writes.
  const close = (urn: string): void => {
    depths.set(
      urn,
      1 +
        largest(
          direct(urn).map((one) => depths.get(one) ?? 0),
          0,
        ),
    );
  };
  const started = new Set<string>();
  for (const { urn: root } of roots) {
    open.push(root);
    for (let urn = open.at(-1); urn !== undefined; urn = open.at(-1)) {
      const missing = started.has(urn) ? [] : direct(urn).filter((one) => !started.has(one));
      started.add(urn);
      if (missing.length > 0) for (const one of missing) open.push(one);
      else {
        open.pop();
        if (!depths.has(urn)) close(urn);
      }
    }
  }
  return depths;
}

function directDependencies(stack: Stack, dependencies: Dependencies): (urn: string) => readonly string[] {
  const byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
  return (urn) => {
    const resource = byUrn.get(urn);
    if (resource === undefined) return [];
    return namedBy(resource).flatMap((name) => {
      const named = byUrn.get(name);
      return named === undefined ? [] : [name, ...childrenBefore(resource, named, stack, dependencies)];
    });
  };
}

/** The dependencies of a resource, its parent and its provider. */
function namedBy({ dependencies = [], propertyDependencies, parent, provider }: StackResource): readonly string[] {
  const all = [...dependencies, ...Object.values(propertyDependencies).flat(), parent ?? [], provider ?? []].flat();
  return [...new Set(all)];
}

/** A dependency on a component is one on its descendants too, except those that depend on the resource: these were registered later. */
function childrenBefore(resource: StackResource, named: StackResource, stack: Stack, dependencies: Dependencies): readonly string[] {
  if (named.custom || named.urn === resource.parent) return [];
  const isLater = (urn: string): boolean => dependencies.of(urn).has(resource.urn);
  return stack.familyOf(named).flatMap(({ urn }) => (urn === named.urn || urn === resource.urn || isLater(urn) ? [] : [urn]));
}
