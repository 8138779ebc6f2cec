import { engineVersion } from "@lambda-vpc/engine";
import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
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
    { flaw: "a step that there is not", from: "steps.preview.", to: "steps.previewed.", says: /property "previewed" is not defined/ },
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

test("the workflow for users gives its token to the comment alone, and the least that a comment needs", () => {
  const permissions = [...workflow.matchAll(/^ {6}([a-z-]+): (read|write)\b/gm)].map(([, scope, access]) => `${scope}: ${access}`);
  expect(permissions).toEqual(["contents: read", "id-token: write", "pull-requests: write"]);
  expect(workflow).toContain("\npermissions: {}\n");
  const [before = "", after = ""] = workflow.split("github.token");
  expect(before.slice(before.lastIndexOf("\n\n"))).toContain("lambda-vpc comment --program");
  expect(after).not.toContain("github.token");
});

/** What `lambda-vpc init --ci gitlab` gives to users. */
const job = readFileSync(join(repositoryRoot, "packages/cli/workflows/gitlab.yml"), "utf8");

test("the job for users of GitLab installs the Pulumi CLI that all is tested with, for merge requests only", () => {
  expect(job).toContain(`--version ${engineVersion}\n`);
  expect(job).toContain('- if: $CI_PIPELINE_SOURCE == "merge_request_event"\n');
});

test.each([
  { preview: "succeeds", previewed: 0, commented: 0, exitCode: 0 },
  { preview: "fails", previewed: 3, commented: 0, exitCode: 3 },
  { preview: "succeeds and the comment fails", previewed: 0, commented: 67, exitCode: 67 },
])("if the preview $preview, the job for users of GitLab comments and ends with $exitCode", ({ previewed, commented, exitCode }) => {
  // A runner joins the lines into one script that ends at the first failure.
  const [, script = ""] = job.split("  script:\n");
  const lines = script.replaceAll(/^ {4}- (?:\|\n {6})?/gm, "");
  const stubs = [
    `npm() { case "$*" in "run "*) echo "npm $*"; return ${previewed};; esac; }`,
    "curl() { :; }",
    `npx() { echo "npx $*"; return ${commented}; }`,
    // The installer of the CLI reads what curl gives.
    "sh() { cat > /dev/null; }",
  ].join("\n");
  const environment = { PULUMI_STACK: "shop/dev", PATH: process.env["PATH"] ?? "", AWS_WEB_IDENTITY_TOKEN_FILE: "/dev/null" };
  const { status, stdout } = spawnSync("sh", ["-c", `set -e\n${stubs}\n${lines}`], { env: environment, encoding: "utf8", timeout: 10_000 });
  expect(stdout.trim().split("\n")).toEqual([
    "npm run preview -- --stack shop/dev --non-interactive",
    "npx --no -- lambda-vpc comment --program . --config policies.json -- --stack shop/dev --non-interactive",
  ]);
  expect(status).toBe(exitCode);
});

test("the workflow for users installs the Pulumi CLI that all is tested with", () => {
  expect(workflow).toContain(`pulumi-version: ${engineVersion}\n`);
});
