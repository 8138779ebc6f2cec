import { beforeAll, describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Observed, recordingPolicy } from "@lambda-vpc/test-stacks/observation";
import { exportedResources } from "@lambda-vpc/test-stacks/stack-commands";
import { printed, type Program, type Workspace, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/*
 * What resource validation sees in each operation, and what a violation there prevents (docs/engine-facts.md#resource-validation): refusals before
 * creation rest on it.
 */

/** `second` depends on `first`, `third` on `second`; each has its own group. */
const program = (memorySize: number, description: string, more = ""): string => `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}", managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole] });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;") });
const lambda = (name: string, dependsOn: pulumi.Resource[] = []) => {
  const group = new aws.ec2.SecurityGroup(name + "-group", { vpcId: vpc.id, description: name === "first" ? "${description}" : name });
  const vpcConfig = { subnetIds: [subnet.id], securityGroupIds: [group.id] };
  return new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, memorySize: ${memorySize}, vpcConfig }, { dependsOn });
};
const first = lambda("first");
const second = lambda("second", [first]);
const third = lambda("third", [second]);
${more}
`;

interface Operation {
  readonly exitCode: number;
  readonly output: string;
  readonly lines: readonly (Observed & { readonly phase: string; readonly dryRun?: string })[];
  /** The names of the resources afterwards. */
  readonly created: readonly string[];
}

let operations: Readonly<Record<"refused" | "continued" | "full" | "targeted" | "replacing" | "analysed", Operation>>;

beforeAll(
  () =>
    withWorkspace(async (workspace) => {
      const stack = await workspace.program("01-a-group-per-function", () => program(128, "one"));
      const run = (refused: string, ...command: readonly string[]) => operate(workspace, stack, refused, command);
      const refused = await run("second", "up", "--yes", "--skip-preview");
      const continued = await run("second", "up", "--yes", "--skip-preview", "--continue-on-error");
      const full = await run("", "up", "--yes");
      stack.edit(() => program(256, "two", `lambda("fourth");`));
      const urn = (await exportedResources(stack)).find((one) => one.urn.endsWith("::third"))?.urn ?? "";
      const targeted = await run("", "up", "--yes", "--skip-preview", "--target", urn);
      stack.edit(() => program(256, "two"));
      const replacing = await run("", "up", "--yes", "--skip-preview");
      const state = join(stack.folder, "state.json");
      writeFileSync(state, (await stack.pulumi("stack export")).stdout);
      const analysed = await run("", "policy", "analyze", "--file", state);
      operations = { refused, continued, full, targeted, replacing, analysed };
    }),
  300_000,
);

async function operate({ engine, folder }: Workspace, stack: Program, refused: string, command: readonly string[]): Promise<Operation> {
  const record = join(folder, `record-${Date.now()}.jsonl`);
  const commandLine = ["--non-interactive", "-C", stack.folder, ...command, "--policy-pack", recordingPolicy];
  const result = await engine.pulumi(commandLine, { environment: { CONTRACT_RECORD: record, CONTRACT_REFUSE: refused } });
  const lines = existsSync(record) ? readFileSync(record, "utf8").trim().split("\n") : [];
  return {
    exitCode: result.exitCode,
    output: printed(result),
    lines: lines.map((line) => JSON.parse(line) as Operation["lines"][number]),
    created: (await exportedResources(stack)).map(({ urn }) => urn.split("::").at(-1) ?? ""),
  };
}

function validated({ lines }: Operation, phase = "update"): Operation["lines"] {
  return lines.filter((line) => line.view === "resource" && line.phase === phase);
}

function functionsOf(lines: Operation["lines"]): readonly string[] {
  return lines.filter(({ type }) => type === "aws:lambda/function:Function").map(({ name }) => name);
}

describe("in an update without a preview", () => {
  test("the stack comes first, and every id is known before the resource is created", () => {
    const [first] = validated(operations.refused);
    expect(first?.type).toBe("pulumi:pulumi:Stack");
    const known = { subnetIds: [expect.stringMatching(/^subnet-/)], securityGroupIds: [expect.stringMatching(/^sg-/)] };
    expect(validated(operations.refused).find(({ name }) => name === "second")?.props["vpcConfig"]).toMatchObject(known);
  });

  test.each(["refused", "continued"] as const)("a mandatory violation leaves the resource and its dependents uncreated (%s)", (name) => {
    const { exitCode, created, lines, output } = operations[name];
    expect(exitCode).not.toBe(0);
    expect(output).toContain("second is refused.");
    expect(functionsOf(validated(operations[name]))).toEqual(["first", "second"]);
    expect(created).toContain("first");
    expect(created).not.toContain("second");
    expect(lines.filter(({ view }) => view === "stack")).toEqual([]);
  });
});

test("a preview and its update are two processes, which know what they are; the update validates unchanged resources too", () => {
  const { lines } = operations.full;
  expect(new Set(lines.map(({ phase, dryRun }) => `${phase} ${dryRun}`))).toEqual(new Set(["preview true", "update false"]));
  expect(functionsOf(validated(operations.full))).toEqual(["first", "second", "third"]);
});

test("with a target, others are validated with the inputs of the state, and new ones with none", () => {
  const memory = new Map(validated(operations.targeted).map(({ name, props }) => [name, props["memorySize"]]));
  expect(Object.fromEntries(memory)).toMatchObject({ first: 128, second: 128, third: 256 });
  expect(memory.get("fourth")).toBeUndefined();
  expect(validated(operations.targeted).find(({ name }) => name === "fourth")?.props ?? {}).not.toHaveProperty("vpcConfig");
});

test("a replaced resource is validated once, and what uses it with the new id", () => {
  const names = validated(operations.replacing).map(({ name }) => name);
  expect(names.filter((name) => name === "first-group")).toHaveLength(1);
  const groups = [operations.full, operations.replacing].map(
    (operation) => validated(operation).find(({ name }) => name === "first")?.props["vpcConfig"],
  );
  expect(groups[0]).not.toEqual(groups[1]);
});

test("the analysis of a state file states neither a preview nor an update", () => {
  expect(operations.analysed.lines.length).toBeGreaterThan(0);
  expect(operations.analysed.lines.filter(({ dryRun }) => dryRun !== undefined)).toEqual([]);
});
