import { expect, test } from "@jest/globals";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "@lambda-vpc/engine";
import { repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const components = join(repositoryRoot, "packages/components");
const text = readFileSync(join(components, "schema.json"), "utf8");
const committed = JSON.parse(text) as object;
const { version } = JSON.parse(readFileSync(join(components, "package.json"), "utf8")) as { readonly version: string };

/** What the engine gets from a package of components: programs of every language, and their SDKs, go by it. */
async function servedSchema(engine: Engine, folder: string): Promise<string> {
  const { stdout, stderr, exitCode } = await engine.pulumi(["package", "get-schema", folder]);
  if (exitCode !== 0) throw new Error(`package get-schema failed: ${stderr}`);
  return stdout;
}

test("the engine prints the committed schema, letter by letter, with the version of the package as the one line more", () =>
  withWorkspace(async ({ engine }) => {
    const withVersion = text.replace(`"name": "lambda-vpc",\n`, `$&  "version": "${version}",\n`);
    expect(await servedSchema(engine, components)).toBe(withVersion);
  }));

test("the schema is served as the file says, without the sources that it was inferred from", () =>
  withWorkspace(async ({ engine, folder }) => {
    const published = join(folder, "published");
    mkdirSync(published);
    for (const part of ["package.json", "PulumiPlugin.yaml", "dist"])
      cpSync(join(components, part), join(published, part), { recursive: true });
    const edited = { ...committed, description: "Edited by hand." };
    writeFileSync(join(published, "schema.json"), JSON.stringify(edited));
    expect(JSON.parse(await servedSchema(engine, published))).toEqual({ ...edited, version });
  }));
