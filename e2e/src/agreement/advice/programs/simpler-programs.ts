import { neededBy, withoutDanglingOutputs } from "../description/map-described";
import { type ProgramDescription, type ResourceDescription, type Urn, urnOf } from "../description/program-description";

/** Programs with less: without one resource and all that need it, most first; then without the dependsOn of one resource. */
export function simplerPrograms(program: ProgramDescription): readonly ProgramDescription[] {
  const { resources } = program;
  const without = resources
    .map((resource) => resources.filter((one) => !dependentsOf(urnOf(resource), resources).has(urnOf(one))))
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => one.length - other.length);
  const unordered = resources
    .filter(({ dependsOn = [] }) => dependsOn.length > 0)
    .map((resource) => resources.map((one) => (one === resource ? { ...one, dependsOn: [] } : one)));
  return [...without, ...unordered].map((less) => ({ ...program, resources: withoutDanglingOutputs(less) }));
}

/** A resource and all that need it. The resources are in the order of their declaration. */
function dependentsOf(urn: Urn, resources: readonly ResourceDescription[]): ReadonlySet<Urn> {
  const found = new Set([urn]);
  for (const resource of resources) if (neededBy(resource).some((needed) => found.has(needed))) found.add(urnOf(resource));
  return found;
}

/**
 * A smaller program that still fails, found in at most `runs` tries. Law: the result fails, or is the program itself.
 */
export async function smallestProgram(
  program: ProgramDescription,
  fails: (program: ProgramDescription) => boolean | Promise<boolean>,
  runs: number,
): Promise<ProgramDescription> {
  let [smallest, left] = [program, runs];
  for (;;) {
    let found: ProgramDescription | undefined;
    for (const simpler of simplerPrograms(smallest)) {
      if (left === 0) return smallest;
      left -= 1;
      if (await fails(simpler)) {
        found = simpler;
        break;
      }
    }
    if (found === undefined) return smallest;
    smallest = found;
  }
}
