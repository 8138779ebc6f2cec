import { engineVersion } from "@lambda-vpc/engine";
import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithGo } from "@lambda-vpc/test-stacks/describe-with-go";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { actionlint } from "../repository/actionlint";

/** What `lambda-vpc init --ci github` gives to users. */
const workflow = readFileSync(join(repositoryRoot, "packages/cli/workflows/lambda-vpc.yml"), "utf8");

describeWithGo("the workflow for users", "run actionlint; the workflow for users is not linted", () => {
  test("passes the linter of its kind", () => expect(actionlint(workflow)).toBe(""));

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
    expect(actionlint(workflow.replace(from, to))).toMatch(says);
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
