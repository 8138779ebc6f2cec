import { beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "./workspace";

const environment = { ...process.env, NX_DAEMON: "false", NX_NO_CLOUD: "true" };

/** What the linter says of a file that is not there, if it held `source`. */
function lint(file: string, source: string): string {
  const eslint = join(repositoryRoot, "node_modules/eslint/bin/eslint.js");
  const args = [eslint, "--stdin", "--stdin-filename", file, "--format", "json"];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    env: environment,
    input: source,
    encoding: "utf8",
    timeout: 60_000,
  });
  return stdout;
}

// Without nx's project graph the boundary rule passes everything and says nothing.
beforeAll(() => {
  const nx = join(repositoryRoot, "node_modules/nx/dist/bin/nx.js");
  spawnSync(process.execPath, [nx, "show", "projects"], { cwd: repositoryRoot, env: environment, timeout: 60_000 });
});

const violations = [
  {
    sentence: "the model imports Pulumi",
    file: "packages/model/src/planted.ts",
    source: 'import "@pulumi/pulumi";',
    rule: "enforce-module-boundaries",
  },
  { sentence: "the model reads a file", file: "packages/model/src/planted.ts", source: 'import "node:fs";', rule: "no-restricted-imports" },
  {
    sentence: "the model reads the clock",
    file: "packages/model/src/planted.ts",
    source: "export const now = Date.now();",
    rule: "no-restricted-properties",
  },
  {
    sentence: "a source knows a policy",
    file: "packages/sources/src/planted.ts",
    source: 'import "@lambda-vpc/eni-consolidation";',
    rule: "enforce-module-boundaries",
  },
  {
    sentence: "a policy talks to the SDK",
    file: "policies/eni-consolidation/src/planted.ts",
    source: 'import "@pulumi/policy";',
    rule: "enforce-module-boundaries",
  },
  {
    sentence: "a policy imports a component",
    file: "policies/eni-consolidation/src/planted.ts",
    source: 'import "@lambda-vpc/components";',
    rule: "enforce-module-boundaries",
  },
  {
    sentence: "simulated AWS asks the model",
    file: "packages/simulated-aws/src/planted.ts",
    source: 'import "@lambda-vpc/model";',
    rule: "enforce-module-boundaries",
  },
  {
    sentence: "a policy reads planned outputs",
    file: "policies/eni-consolidation/src/planted.ts",
    source: "export const groups = (resource: { props: { vpcConfig: object } }): object => resource.props.vpcConfig;",
    rule: "no-planned-outputs",
  },
  {
    sentence: "the kit reads planned outputs",
    file: "packages/policy-kit/src/planted.ts",
    source: "export const planned = ({ outputs }: { outputs: object }): object => outputs;",
    rule: "no-planned-outputs",
  },
  {
    sentence: "a file has more than 300 lines",
    file: "packages/model/src/planted.ts",
    source: "export {};\n".repeat(301),
    rule: "max-lines",
  },
];

test.each(violations)("the linter refuses that $sentence", ({ file, source, rule }) => {
  expect(lint(file, source)).toContain(rule);
});

test("the linter has nothing against a policy that uses the kit", () => {
  expect(
    JSON.parse(lint("policies/eni-consolidation/src/planted.ts", 'export { integer } from "@lambda-vpc/policy-kit";\n')),
  ).toMatchObject([{ messages: [] }]);
});
