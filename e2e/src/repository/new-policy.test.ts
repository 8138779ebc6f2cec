import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

const pack = "policies/eni-consolidation";

let copy = "";

/** What a command of the copy printed; it fails where the command does. */
function run(program: string, ...args: readonly string[]): { readonly exitCode: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: copy,
    encoding: "utf8",
    timeout: 240_000,
    env: {
      ...process.env,
      NX_DAEMON: "false",
      NX_NO_CLOUD: "true",
      NX_WORKSPACE_ROOT_PATH: copy,
      PATH: [join(copy, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
    },
  });
  return { exitCode: status, printed: stdout + stderr };
}

// A copy of what the generator and the checks read: packages and packs as they are built, and the files at the root.
beforeAll(() => {
  copy = mkdtempSync(join(realpathSync(tmpdir()), "new-policy-"));
  const isSource = (path: string): boolean => !path.includes("node_modules");
  for (const name of ["packages", "policies", "docs", "tools/verify", ...rootFiles()])
    cpSync(join(repositoryRoot, name), join(copy, name), { recursive: true, preserveTimestamps: true, filter: isSource });
  linkModules();
  const references = ["packages/workspace", ...readdirSync(join(copy, "policies")).map((name) => `policies/${name}`)];
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify({ files: [], references: references.map((path) => ({ path })) }));
  const generated = run("nx", "generate", "@lambda-vpc/workspace:policy", "few-functions", "--pack", "eni-consolidation");
  if (generated.exitCode !== 0) throw new Error(generated.printed);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Packages from the registry are the repository's; ours are the copy's own, as npm links them in any workspace. */
function linkModules(): void {
  const [modules, own] = [join(repositoryRoot, "node_modules"), join(copy, "node_modules")];
  mkdirSync(own);
  for (const name of readdirSync(modules)) if (name !== "@lambda-vpc") symlinkSync(join(modules, name), join(own, name));
  cpSync(join(modules, "@lambda-vpc"), join(own, "@lambda-vpc"), { recursive: true, verbatimSymlinks: true });
}

function rootFiles(): readonly string[] {
  const entries = readdirSync(repositoryRoot, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test.each([
  { check: "types", command: ["tsc", "--build"] },
  { check: "format", command: ["prettier", "--check", "policies", "README.md"] },
  // Through nx: without its project graph the boundary rule passes everything.
  { check: "lint", command: ["nx", "run", "@lambda-vpc/eni-consolidation:lint", "--skip-nx-cache"] },
  { check: "generated documents", command: ["node", "packages/workspace/dist/documents.js", "--check"] },
  { check: "parts", command: ["jest", "--config", "packages/workspace/jest.config.cjs", "missing-parts"] },
] as const)("a generated policy passes at once: $check", ({ command: [program, ...args] }) => {
  const { exitCode, printed } = run(program, ...args);
  expect({ exitCode, printed: exitCode === 0 ? "" : printed }).toEqual({ exitCode: 0, printed: "" });
});

test("its tests pass but for the table, of which it is said which rows are missing", () => {
  const results = join(copy, "results.json");
  run("jest", "--config", `${pack}/jest.config.cjs`, "few-functions|index", "--json", "--outputFile", results);
  const { testResults } = JSON.parse(readFileSync(results, "utf8")) as { testResults: { name: string; status: string; message: string }[] };
  const failed = testResults.filter(({ status }) => status !== "passed");
  expect(failed.map(({ name }) => name)).toEqual([join(copy, pack, "src/few-functions.test.ts")]);
  expect(failed[0]?.message).toContain("The table has no violating row");
});
