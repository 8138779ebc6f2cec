import { expect, test } from "@jest/globals";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printedFindings } from "@lambda-vpc/test-stacks/printed-findings";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const readme = readFileSync(join(repositoryRoot, "packages/components/README.md"), "utf8");
const programs = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, program = ""]) => program);
const example = "02-one-shared-configuration";

test("the programs in the README of the components are typed as it says", () =>
  withWorkspace(async ({ engine, folder }) => {
    const files = programs.map((program, index) => {
      writeFileSync(join(folder, `program-${index}.ts`), program);
      return `program-${index}.ts`;
    });
    const tsconfig = { extends: join(repositoryRoot, "examples", example, "tsconfig.json"), files };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
    const { stdout } = await engine.command(join(repositoryRoot, "node_modules/.bin/tsc"), ["--project", folder]);
    expect(stdout).toBe("");
  }));

test("each program in the README of the components is a whole one, and breaks no rule of the strictest policies", () =>
  withWorkspace(async ({ program }) => {
    expect(programs.length).toBeGreaterThan(3);
    const stack = await program(example);
    cpSync(join(repositoryRoot, "examples/other-languages/yaml/code"), join(stack.folder, "code"), { recursive: true });
    for (const source of programs) {
      stack.edit(() => source);
      const { stdout } = await succeeds(stack, "preview", ...withPack(stack, strictPreset(), wholePack));
      expect({ source, broken: printedFindings(stdout).filter(({ level }) => level === "mandatory") }).toEqual({ source, broken: [] });
    }
  }));
