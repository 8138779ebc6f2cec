import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openEngine } from "@lambda-vpc/engine";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { openProgramHost, type ProgramHost } from "@lambda-vpc/test-stacks/program-host";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { javaScriptOf, typeErrors } from "@lambda-vpc/test-stacks/compile";
import type { Case, Step } from "./case";
import { type CaseStack, expectStep } from "./expect-step";

const allCases = join(repositoryRoot, "e2e/cases");
const scratch = join(repositoryRoot, ".state/e2e");

/** The tests of all cases of one kind: each in a separate account, from an empty stack. Those of a kind that waits for AWS run side by side. */
export function runCases(kind: string, cases: readonly Case[]): void {
  const folder = join(allCases, kind);
  const programOf = (name: string): string => join(folder, name, "index.ts");
  /** Hosts that run no program now. */
  const idle: ProgramHost[] = [];
  const eachCase = cases.some(({ timeScale = 0 }) => timeScale > 0) ? test.concurrent.each(cases) : test.each(cases);
  let workspace: string;

  beforeAll(() => {
    mkdirSync(scratch, { recursive: true });
    workspace = mkdtempSync(join(scratch, `cases-${kind}-`));
  });

  afterAll(async () => {
    for (const host of idle) await host.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  describe(kind, () => {
    test("every folder has a row, and every row a folder", () => {
      const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      expect(cases.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
    });

    test("all programs compile", () => {
      const sources = new Map(cases.map(({ name }) => [`${name}.ts`, readFileSync(programOf(name), "utf8")]));
      expect(typeErrors(sources, join(repositoryRoot, "e2e"))).toEqual([]);
    });

    eachCase("$name: $shows", async (one) => {
      const program = mkdtempSync(join(workspace, "program-"));
      writeProgram(program, one, programOf(one.name));
      const environment = { SIMULATED_AWS_TIME_SCALE: String(one.timeScale ?? 0) };
      const engine = await openEngine({ stateDirectory: join(program, "state"), timeoutSeconds: 120 });
      const programs = idle.pop() ?? openProgramHost();
      const pulumi: CaseStack["pulumi"] = (commandLine, step = {}) =>
        engine.pulumi(["--non-interactive", "-C", program, ...commandLine, "--stack", "case"], {
          environment: { ...environment, ...step.environment },
          timeoutSeconds: step.seconds ?? 120,
        });
      try {
        if (one.seed !== undefined) {
          const own = join(folder, one.name, one.seed);
          const seeded = await engine.simulatedAws(["seed", existsSync(own) ? own : join(allCases, one.seed)]);
          expect({ exitCode: seeded.exitCode, stderr: seeded.stderr }).toEqual({ exitCode: 0, stderr: "" });
        }
        const made = await pulumi(["stack", "init"]);
        if (made.exitCode !== 0) throw new Error(`stack init failed: ${printed(made)}`);
        const stack: CaseStack = {
          pulumi,
          folder: program,
          program: (variables = {}) => programs.host({ file: join(program, "index.js"), environment: { ...environment, ...variables } }),
          expectedFile: (number) => join(folder, one.name, `preview-${number}.txt`),
          combinations: () => heldCombinations(engine),
          orphans: () => orphanedInterfaces(engine),
          policies: one.configuration === undefined ? [] : ["--policy-pack-config", join(program, "policies.json")],
        };
        let previews = 0;
        for (const step of stepsToRun(one)) {
          if (step.run === "preview") previews += 1;
          await expectStep(stack, step, previews);
        }
        expect(existsSync(stack.expectedFile(one.steps.filter(({ run }) => run === "preview").length + 1))).toBe(false);
      } finally {
        await engine.close();
        idle.push(programs);
        rmSync(program, { recursive: true, force: true });
      }
    });
  });
}

/** All steps with `CASES=all`, which the nightly run sets. */
function stepsToRun({ steps, nightly }: Case): readonly Step[] {
  if (nightly === undefined || process.env["CASES"] === "all") return steps;
  return steps.slice(0, steps.findIndex(({ run }) => run === "preview") + 1);
}

function writeProgram(folder: string, one: Case, source: string): void {
  writeFileSync(join(folder, "Pulumi.yaml"), `name: ${one.name}\nruntime: nodejs\n`);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: one.name, private: true, main: "index.js" }));
  writeFileSync(join(folder, "index.js"), javaScriptOf(readFileSync(source, "utf8")));
  if (one.configuration !== undefined) writeFileSync(join(folder, "policies.json"), JSON.stringify(one.configuration));
}
