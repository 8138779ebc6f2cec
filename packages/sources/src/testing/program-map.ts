import { type Input, type Inputs, Output, type Resource } from "./program";

/** What a rewriting may change of a resource; its name and its place among the others stay. */
export type Rewritten = Pick<Resource, "type" | "inputs">;

/**
 * Rewrites a program, one resource after the other: what it returns gives each resource as rewritten, and always the same for the same
 * resource, so that outputs and parents go on referring to it.
 */
export function mapProgram(rewrite: (resource: Resource) => Rewritten): (resource: Resource) => Resource {
  const done = new Map<Resource, Resource>();

  function mapped(resource: Resource): Resource {
    const found = done.get(resource);
    if (found !== undefined) return found;
    const { name, component, parent, registered, after, deleteBeforeReplace } = resource;
    const inputs = mapInputs(resource.inputs);
    const made: Resource = {
      ...{ name, component, ...rewrite({ ...resource, inputs }) },
      ...(parent === undefined ? {} : { parent: mapped(parent) }),
      ...(after === undefined ? {} : { after: after.map(mapped) }),
      ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
      // What a component registers may name its own children: by now they cannot be rewritten, later they can.
      ...(registered === undefined ? {} : { registered: () => mapInputs(registered()) }),
    };
    done.set(resource, made);
    return made;
  }

  function mapInputs(inputs: Inputs): Inputs {
    return Object.fromEntries(Object.entries(inputs).map(([property, input]) => [property, mapInput(input)]));
  }

  function mapInput(input: Input): Input {
    if (input instanceof Output) return new Output(input.dependsOn.map(mapped), mapInput(input.value));
    if (Array.isArray(input)) return input.map(mapInput);
    return typeof input === "object" && input !== null ? mapInputs(input as Inputs) : input;
  }

  return mapped;
}
