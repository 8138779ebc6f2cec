import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** What the linter reports for a file that does not exist, if it contained `source`. */
function lint(file: string, source: string): string {
  const eslint = join(repositoryRoot, "node_modules/eslint/bin/eslint.js");
  const args = [eslint, "--stdin", "--stdin-filename", file, "--format", "json"];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    input: source,
    encoding: "utf8",
    timeout: 60_000,
  });
  return stdout;
}

const violations = [
  { sentence: "the model reads a file", file: "packages/model/src/planted.ts", source: 'import "node:fs";', rule: "no-restricted-imports" },
  {
    sentence: "the model reads the clock",
    file: "packages/model/src/planted.ts",
    source: "export const now = Date.now();",
    rule: "no-restricted-properties",
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
