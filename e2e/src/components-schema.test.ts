import { expect, test } from "@jest/globals";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "@lambda-vpc/engine";
import { repositoryRoot, withWorkspace } from "./workspace";

const components = join(repositoryRoot, "packages/components");
const committed = JSON.parse(readFileSync(join(components, "schema.json"), "utf8")) as object;
const { version } = JSON.parse(readFileSync(join(components, "package.json"), "utf8")) as { readonly version: string };

/** What the engine gets from a package of components: programs of every language, and their SDKs, go by it. */
async function servedSchema(engine: Engine, folder: string): Promise<unknown> {
  const { stdout, stderr, exitCode } = await engine.pulumi(["package", "get-schema", folder]);
  if (exitCode !== 0) throw new Error(`package get-schema failed: ${stderr}`);
  return JSON.parse(stdout);
}

test("the engine gets the committed schema at the version of the package, and nothing besides", () =>
  withWorkspace(async ({ engine }) => {
    expect(await servedSchema(engine, components)).toEqual({ ...committed, version });
  }));

test("the schema is served as the file says, without the sources that it was inferred from", () =>
  withWorkspace(async ({ engine, folder }) => {
    const published = join(folder, "published");
    mkdirSync(published);
    for (const part of ["package.json", "PulumiPlugin.yaml", "dist"])
      cpSync(join(components, part), join(published, part), { recursive: true });
    const edited = { ...committed, description: "Edited by hand." };
    writeFileSync(join(published, "schema.json"), JSON.stringify(edited));
    expect(await servedSchema(engine, published)).toEqual({ ...edited, version });
  }));
