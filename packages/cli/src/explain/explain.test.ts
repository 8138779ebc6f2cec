import { describe, expect, test } from "@jest/globals";
import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { uncertainties } from "@lambda-vpc/model";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";
import { awsErrors } from "./errors/aws-errors";
import type { Explanation } from "./explanation";
import { readReferences } from "./references";

const repository = resolve(__dirname, "../../../..");
const references = readReferences();

function run(commandLine: readonly string[], input = "") {
  return runCommandLine(["explain", ...commandLine], { directory: repository, today: "2026-12-01", input: () => input, pulumi: () => 0 });
}

function found(text: string): readonly Explanation[] {
  const { exitCode, stdout } = run([text, "--format", "json"]);
  return exitCode === 0 ? (JSON.parse(stdout) as { readonly explanations: readonly Explanation[] }).explanations : [];
}

const ids = (text: string): readonly string[] => found(text).map(({ id }) => id);

describe("what a text names or quotes is found:", () => {
  test.each([
    { text: "EniLimitExceeded", id: "EniLimitExceeded" },
    { text: "enilimitexceeded", id: "EniLimitExceeded" },
    { text: "ENILimitReachedException", id: "EniLimitExceeded" },
    { text: "You have exceeded the maximum limit for HyperPlane ENIs for your account.", id: "EniLimitExceeded" },
    { text: "SubnetIPAddressLimitReachedException", id: "SubnetOutOfIPAddresses" },
    {
      text: "error: waiting for Lambda Function (orders) create: unexpected state 'Failed', last error: SubnetOutOfIPAddresses: no addresses",
      id: "SubnetOutOfIPAddresses",
    },
    { text: "EC2ThrottledException", id: "EC2ThrottledException" },
    {
      text: "api error InvalidParameterValueException: The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
      id: "InsufficientRolePermissions",
    },
    {
      text: "operation error Lambda: CreateFunction, InvalidParameterValueException: Security Groups are required to be in the same VPC.",
      id: "one-vpc",
    },
    { text: "SubnetIds and SecurityIds must coexist or be both empty list.", id: "one-empty-list" },
    { text: "The provided subnets contain availability zone Lambda doesn't support.", id: "unsupported-zone" },
    { text: "The subnet 'subnet-1' has dependencies and cannot be deleted.", id: "DependencyViolation" },
    { text: "DependencyViolation: resource sg-0a1b has a dependent object\n\tstatus code: 400, request id: 1", id: "DependencyViolation" },
    { text: "InvalidNetworkInterface.InUse", id: "DependencyViolation" },
    { text: "InvalidSubnet.Conflict: The CIDR '10.0.0.0/24' conflicts with another subnet", id: "InvalidSubnet.Conflict" },
    {
      text: "ResourceConflictException: The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:x",
      id: "ResourceConflictException",
    },
    {
      text: "Client.OperationNotPermitted: The security group can not be modified for this type of interface",
      id: "OperationNotPermitted",
    },
    { text: "share-security-groups", id: "share-security-groups" },
    { text: "permissions-outlive-functions", id: "permissions-outlive-enis" },
    { text: "mandatory: subnet-has-room (high)", id: "subnet-has-room" },
    { text: "list-unknown", id: "list-unknown" },
    { text: "Security-group set", id: "security-group set" },
    { text: "assumption S", id: "assumption S" },
  ])("$text", ({ text, id }) => {
    expect(ids(text)).toEqual([id]);
  });

  test("an output on the standard input yields each error that it contains", () => {
    const output =
      "aws:ec2:Subnet (a):\n  error: The subnet 'subnet-1' has dependencies\n  and cannot be deleted.\nconflict: CIDR x conflicts with another subnet\n";
    const { stdout } = run(["-"], output);
    expect(stdout).toMatch(/^DependencyViolation .*\n[^]*^InvalidSubnet.Conflict /m);
  });

  test("words of a message may be arguments", () => {
    expect(run(["has", "dependencies", "and", "cannot", "be", "deleted"]).stdout).toMatch(/^DependencyViolation /);
  });

  test("a code with many causes lists them, and JSON has all of them", () => {
    const { exitCode, stdout } = run(["InvalidParameterValueException"]);
    expect({ exitCode, first: stdout.split("\n")[0] }).toEqual({
      exitCode: 0,
      first: "6 causes are known. Pass the whole message, or explain one:",
    });
    expect(stdout).toContain("npx lambda-vpc explain one-vpc\n");
    expect(found("InvalidParameterValueException")).toHaveLength(6);
  });
});

describe("what is not known is a usage error:", () => {
  test.each([
    { commandLine: ["share-security-group"], says: 'Did you mean "share-security-groups"?' },
    { commandLine: ["EniLimitExceed"], says: 'Did you mean "EniLimitExceeded"?' },
    { commandLine: ["a set of words"], says: "Did you mean" },
    { commandLine: ["Something failed in a way that nobody has seen before, with no code at all."], says: "Pass the code of the error" },
    { commandLine: [], says: "ID is missing" },
    { commandLine: ["peak", "--format", "html"], says: "Unknown format html" },
  ])("$commandLine", ({ commandLine, says }) => {
    expect(run(commandLine)).toMatchObject({ exitCode: exitCodes.usage, stdout: "", stderr: expect.stringContaining(says) });
  });

  test("without the pack, errors are explained, and a policy is not", () => {
    const elsewhere = { directory: "/", today: "2026-12-01", input: () => "", pulumi: () => 0 };
    expect(runCommandLine(["explain", "EniLimitExceeded"], elsewhere).exitCode).toBe(0);
    expect(runCommandLine(["explain", "share-security-groups"], elsewhere)).toMatchObject({
      exitCode: exitCodes.usage,
      stderr: expect.stringContaining("@lambda-vpc/lambda-vpc is not installed"),
    });
  });
});

describe("everything is explained:", () => {
  test.each(lambdaVpc.policies.map(({ id }) => id))("the policy %s, from its definition and its page", (id) => {
    const [explanation] = found(id);
    expect(explanation).toMatchObject({ kind: "policy", id, title: expect.stringMatching(/\.$/) });
    // After the level, the reason. Code of the page stays.
    expect(explanation?.meaning.length).toBeGreaterThan(1);
    expect(explanation?.remedy[0]).toContain("```ts");
    expect(JSON.stringify(explanation?.meaning)).not.toMatch(/\]\(/);
  });

  test.each(awsErrors)("the error $id, with its facts and policies", ({ id, facts, policies, remedy }) => {
    expect(ids(id)).toEqual([id]);
    expect(facts.filter((anchor) => references.facts[anchor] === undefined)).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
    expect(remedy.length).toBeGreaterThan(0);
    expect(policies.filter((policy) => ids(policy)[0] !== policy)).toEqual([]);
  });

  // If one fails, add the error to packages/cli/src/explain/errors.
  test.each(namedErrors())("the error %s, which the page of facts names", (code) => {
    expect(ids(code).length).toBeGreaterThan(0);
  });

  test.each(Object.keys(uncertainties))("the cause %s", (cause) => {
    expect(ids(cause)).toEqual([cause]);
  });

  test.each(references.terms.map(({ term }) => term))("the term %s", (term) => {
    expect(ids(term)).toContain(term);
  });
});

/** Each code of an error in the texts of the facts, without their sources. */
function namedErrors(): readonly string[] {
  const page = readFileSync(join(repository, "docs/aws-facts.md"), "utf8").replaceAll(/^Source: .*$/gm, "");
  const codes = page.matchAll(
    /\b(?:[A-Z]\w+(?:Exception|LimitExceeded|Violation|AlreadyExists|DoesNotExist|InSubnet|TargetConflict|EnoughAZs|OutOfIPAddresses|NotPermitted)|Invalid[A-Z]\w*(?:\.[A-Z]\w+)?|InsufficientRole\w+|Disallowed\w+)\b/g,
  );
  return [...new Set([...codes].map(([code]) => code))];
}

test("the page of facts names errors of each kind", () => {
  const named = namedErrors();
  expect(named.length).toBeGreaterThan(30);
  for (const code of ["EC2ThrottledException", "EniLimitExceeded", "InvalidSubnet.Conflict", "DependencyViolation"])
    expect(named).toContain(code);
});

test.each(["text", "markdown"])("%s has the parts of an explanation, and nothing that a terminal obeys", (format) => {
  const { stdout } = run(["EniLimitExceeded", "--format", format]);
  for (const heading of ["What it means", "What to do", "Sources", "See also"]) expect(stdout).toContain(heading);
  expect(stdout).toContain("500 ENIs per VPC");
  expect(stdout).toContain("gettingstarted-limits.html");
});
