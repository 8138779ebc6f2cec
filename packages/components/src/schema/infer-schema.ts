import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { components } from "../components";
import { analyzeAsWritten } from "./analyze-as-written";
import { pruned } from "./pruned";

/** The package as programs of every language know it. */
const PACKAGE = "lambda-vpc";

interface Manifest {
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

/**
 * The schema of the components whose sources lie in `folder`, as Pulumi's analyzer infers it from their argument types, properties and comments.
 * It is slow, for it compiles the sources: what is served is the file that came of it.
 * Throws where a type is none that the analyzer follows; it names the component and the property.
 */
export function inferSchema(folder: string): object {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const tokens = new Map([...components].map(([token, { name }]) => [name, token]));
  const analyzer = new Analyzer(folder, PACKAGE, { ...manifest }, new Set(tokens.keys()));
  const descriptions = analyzeAsWritten(analyzer);
  const { components: found, typeDefinitions } = analyzer.analyze();
  const inferred = generateSchema(PACKAGE, manifest.version, manifest.description, found, typeDefinitions, []);
  const { types, resources } = inferred;
  for (const [name, description] of descriptions) {
    const type = types[`${PACKAGE}:index:${name}`];
    if (type !== undefined) type.description = description;
  }
  const byToken = Object.entries(resources).map(([token, resource]) => [tokens.get(token.split(":")[2] ?? "") ?? token, resource]);
  return pruned({ ...inferred, license: manifest.license, config: {}, resources: Object.fromEntries(byToken) }) as object;
}
