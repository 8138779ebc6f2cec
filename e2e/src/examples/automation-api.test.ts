import { expect, test } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { heldCombinations, holders } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { ModuleKind, ScriptTarget, transpile } from "typescript";

const example = "11-automation-api";

/** The text without the name of the refused function, which differs between runs. */
function withoutName(text: string): string {
  return text.replace(/(aws:lambda:Function: )\w+/, "$1NAME").replace(/\w+( is refused)/, "NAME$1");
}

test("up() of the Automation API refuses the sixth function before its creation, and succeeds with one group", () =>
  withWorkspace(async ({ engine, folder }) => {
    const program = join(folder, "deploy.js");
    const source = readFileSync(join(repositoryRoot, "examples", example, "index.ts"), "utf8");
    writeFileSync(program, transpile(source, { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true }));
    // The Automation API runs the `pulumi` that it finds first. That of npm downloads a CLI.
    const command = 'PATH="$ENGINE:$PATH" exec node "$0" "$@"';
    const environment = { ENGINE: dirname(engine.executable.path) };
    const deploy = (...args: readonly string[]): Promise<ProcessResult> =>
      engine.command("sh", ["-c", command, program, ...args], { environment });

    const refused = await deploy();
    expect(refused.exitCode).not.toBe(0);
    const section = policySection(printed(refused)).replace(/subnet-[0-9a-f]+/g, "subnet-0a1b2c3d4e5f60718");
    expect(withoutName(section)).toBe(withoutName(expectedPreview(example, section, "expected-refusal.txt")));
    expect({ combinations: await heldCombinations(engine), functions: (await holders(engine)).length }).toEqual({
      combinations: 15,
      functions: 5,
    });

    const followed = await deploy("shared");
    expect({ exitCode: followed.exitCode, output: followed.exitCode === 0 ? "" : printed(followed) }).toEqual({ exitCode: 0, output: "" });
    expect((await holders(engine)).length).toBe(8);
  }));
