import type { SourcePosition, StackResource } from "./stack-resource";

/**
 * Where the program creates each resource: its own position, or that of the nearest component that contains it. A component that creates a child
 * later, when its outputs are asked for, has no frame of the program on the stack (docs/engine-facts.md#source-positions).
 */
export function programPositions(resources: readonly StackResource[]): ReadonlyMap<string, SourcePosition> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return new Map(
    resources.flatMap((resource) => {
      const position = nearestPosition(resource, byUrn);
      return position === undefined ? [] : [[resource.urn, position] as const];
    }),
  );
}

/** A file may state a circle of parents, and is read to its end then. */
function nearestPosition(resource: StackResource, byUrn: ReadonlyMap<string, StackResource>): SourcePosition | undefined {
  const seen = new Set<StackResource>();
  for (let one: StackResource | undefined = resource; one !== undefined && !seen.has(one); one = byUrn.get(one.parent ?? "")) {
    if (one.position !== undefined) return one.position;
    seen.add(one);
  }
  return undefined;
}
