import { expect, test } from "@jest/globals";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strictPreset, wholePack, withPack } from "./packs";
import { printedFindings } from "./pages/printed-findings";
import { succeeds } from "./stack-commands";
import { repositoryRoot, withWorkspace } from "./workspace";

const readme = readFileSync(join(repositoryRoot, "packages/components/README.md"), "utf8");
const programs = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, program = ""]) => program);

test("each program in the README of the components is a whole one, and breaks no rule of the strictest policies", () =>
  withWorkspace(async ({ program }) => {
    expect(programs.length).toBeGreaterThan(3);
    const stack = await program("02-one-shared-configuration");
    cpSync(join(repositoryRoot, "examples/other-languages/yaml/code"), join(stack.folder, "code"), { recursive: true });
    for (const source of programs) {
      stack.edit(() => source);
      const { stdout } = await succeeds(stack, "preview", ...withPack(stack, strictPreset(), wholePack));
      expect({ source, broken: printedFindings(stdout).filter(({ level }) => level === "mandatory") }).toEqual({ source, broken: [] });
    }
  }));
