import * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { components } from "./components";

/** The part of the schema that the host needs. The schema is a reviewed file, so no source is read at run time. */
interface Schema {
  readonly resources: Readonly<Record<string, { readonly properties: object }>>;
}

const schema = read("schema.json") as Schema;
const { version } = read("package.json") as { readonly version: string };

/** Serves the components to programs in every Pulumi language. */
const provider: pulumi.provider.Provider = {
  version,
  getSchema: () => Promise.resolve(JSON.stringify({ ...schema, version })),
  construct: (name, type, inputs, options) => {
    const [Component, outputs] = [components.get(type), schema.resources[type]?.properties];
    if (Component === undefined || outputs === undefined)
      throw new pulumi.RunError(`Unknown component ${type}. lambda-vpc has ${[...components.keys()].join(", ")}.`);
    const component = new Component(name, inputs as never, options);
    const state = Object.fromEntries(
      Object.keys(outputs).map((output) => [output, elementsOf(component[output as keyof typeof component])]),
    );
    return Promise.resolve({ urn: component.urn, state });
  },
};

void pulumi.provider.main(provider, process.argv.slice(2));

/**
 * A list with its elements read: a group that is created on demand is created, and the outputs are registered, before the engine gets the state of the
 * component. Read later, they are missing in the stack.
 */
function elementsOf(value: unknown): unknown {
  return Array.isArray(value) ? [...(value as readonly unknown[])] : value;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, "..", file), "utf8"));
}
