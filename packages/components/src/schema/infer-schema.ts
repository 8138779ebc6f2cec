import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { components } from "../components";
import { patchAnalyzer } from "./patch-analyzer";
import { pruneSchema } from "./prune-schema";

/** The name of the package in every language. */
const PACKAGE = "lambda-vpc";

interface Manifest {
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

/**
 * The schema of the components whose sources are in `folder`, as Pulumi's analyzer infers it from argument types, properties and comments.
 * It has no version: the host adds that of package.json. It compiles the sources, which takes seconds, so the host serves a file instead.
 * Throws for a type that the analyzer does not support, and names the component and the property.
 */
export function inferSchema(folder: string): object {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const tokens = new Map([...components].map(([token, { name }]) => [name, token]));
  const analyzer = new Analyzer(folder, PACKAGE, { ...manifest }, new Set(tokens.keys()));
  const descriptions = patchAnalyzer(analyzer);
  const { components: found, typeDefinitions } = analyzer.analyze();
  const { types, resources, ...rest } = generateSchema(PACKAGE, manifest.version, manifest.description, found, typeDefinitions, []);
  const byToken = Object.entries(resources).map(([token, resource]) => [tokens.get(bareName(token)) ?? token, resource]);
  const described = Object.entries(types).map(([token, type]) => {
    const description = descriptions.get(bareName(token)) ?? typeDefinitions[bareName(token)]?.description;
    return [token, { ...type, ...(description !== undefined && { description }) }];
  });
  const schema = {
    ...rest,
    version: undefined,
    license: manifest.license,
    config: {},
    resources: Object.fromEntries(byToken),
    types: Object.fromEntries(described),
  };
  return withoutArgs(pruneSchema(schema)) as object;
}

function bareName(token: string): string {
  return token.slice(token.lastIndexOf(":") + 1);
}

/** Removes the suffix `Args` of type names. SDKs add it again for inputs. */
function withoutArgs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replace(/(lambda-vpc:index:\w+)Args"/g, '$1"'));
}
