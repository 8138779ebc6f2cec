import * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { components } from "./components";

/** Serves the components to programs in every Pulumi language. The schema is a reviewed file, so no source is read at run time. */
const schemaText = readFileSync(join(__dirname, "../schema.json"), "utf8");

/** What is read of the schema here. */
interface ServedSchema {
  readonly version: string;
  readonly resources: Readonly<Record<string, { readonly properties: object }>>;
}

const schema = JSON.parse(schemaText) as ServedSchema;

const provider: pulumi.provider.Provider = {
  version: schema.version,
  getSchema: () => Promise.resolve(schemaText),
  construct: (name, type, inputs, options) => {
    const [Component, outputs] = [components.get(type), schema.resources[type]?.properties];
    if (Component === undefined || outputs === undefined)
      throw new pulumi.RunError(`lambda-vpc has no component ${type}; it has ${[...components.keys()].join(", ")}.`);
    const component = new Component(name, inputs as never, options);
    const state = Object.fromEntries(Object.keys(outputs).map((output) => [output, component[output as keyof typeof component]]));
    return Promise.resolve({ urn: component.urn, state });
  },
};

void pulumi.provider.main(provider, process.argv.slice(2));
