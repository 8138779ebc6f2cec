import { engineVersion } from "@lambda-vpc/engine";
import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithGo } from "@lambda-vpc/test-stacks/describe-with-go";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** The linter for workflows of GitHub Actions. It is a Go program: Go fetches, builds and keeps it. */
const LINTER = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.11";

/** What `lambda-vpc init --ci github` gives to users. */
const workflow = readFileSync(join(repositoryRoot, "packages/cli/workflows/lambda-vpc.yml"), "utf8");

/** What the linter says of a workflow, a line each; nothing where it finds nothing. */
function lint(text: string): string {
  const flags = ["-format", "{{range .}}{{.Message}}\n{{end}}", "-stdin-filename", "lambda-vpc.yml", "-"];
  const { status, stdout, stderr } = spawnSync("go", ["run", LINTER, ...flags], { input: text, encoding: "utf8", timeout: 240_000 });
  if (status === null || (status !== 0 && stdout === "")) throw new Error(`actionlint did not run: ${stderr}`);
  return stdout;
}

describeWithGo("the workflow for users", "run actionlint; the workflow for users is not linted", () => {
  test("passes the linter of its kind", () => expect(lint(workflow)).toBe(""));

  test.each([
    { flaw: "a permission that there is not", from: "contents: read", to: "contents: reads", says: /"reads" is invalid as permission/ },
    { flaw: "a runner that there is not", from: "ubuntu-24.04", to: "ubuntu-42.04", says: /ubuntu-42\.04.*unknown/ },
    { flaw: "an expression of nothing", from: "vars.AWS_ROLE", to: "variables.AWS_ROLE", says: /undefined variable "variables"/ },
    {
      flaw: "a stranger's words in a command",
      from: "npm ci",
      to: "echo ${{ github.event.pull_request.title }}",
      says: /potentially untrusted/,
    },
  ])("with $flaw, it would not", ({ from, to, says }) => {
    expect(lint(workflow.replace(from, to))).toMatch(says);
  });
});

test("the workflow for users pins every action to a commit, and names its version", () => {
  const used = workflow.split("\n").filter((line) => line.includes("uses:"));
  expect(used).toHaveLength(4);
  for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("the workflow for users installs the Pulumi CLI that all is tested with", () => {
  expect(workflow).toContain(`pulumi-version: ${engineVersion}\n`);
});
