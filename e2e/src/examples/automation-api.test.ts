import { expect, test } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations, holders } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { ModuleKind, ScriptTarget, transpile } from "typescript";

const example = "11-automation-api";

/** The text without what differs between runs: which function is refused, and ids. */
function stable(text: string): string {
  return text
    .replace(/(aws:lambda:Function: )\w+/, "$1NAME")
    .replace(/\w+( is refused)/, "NAME$1")
    .replace(/subnet-[0-9a-f]+/g, "subnet-ID");
}

test("up() of the Automation API refuses the sixth function before its creation, and succeeds with one group", () =>
  withWorkspace(async ({ engine, folder }) => {
    const program = join(folder, "deploy.js");
    const source = readFileSync(join(repositoryRoot, "examples", example, "index.ts"), "utf8");
    writeFileSync(program, transpile(source, { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true }));
    const deploy = (...args: readonly string[]): Promise<ProcessResult> => engine.command(process.execPath, [program, ...args]);

    const refused = await deploy();
    expect(refused.exitCode).not.toBe(0);
    const section = policySection(printed(refused));
    expect(stable(section)).toBe(stable(expectedPreview(example, section, "expected-refusal.txt")));
    expect({ combinations: await heldCombinations(engine), functions: (await holders(engine)).length }).toEqual({
      combinations: 15,
      functions: 5,
    });

    const followed = await deploy("shared");
    expect({ exitCode: followed.exitCode, output: followed.exitCode === 0 ? "" : printed(followed) }).toEqual({ exitCode: 0, output: "" });
    expect((await holders(engine)).length).toBe(8);
  }));
