import { type Count, type EniPlan, planEnis, resolveNetwork } from "@lambda-vpc/model";
import { readNetwork, readPreviewJson, readStateFile, type StackResource } from "@lambda-vpc/sources";
import { expect, test } from "@jest/globals";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { printed, type Program, repositoryRoot, withWorkspace, type Workspace } from "@lambda-vpc/test-stacks/workspace";

/*
 * The engine's own JSON, held to what a policy decides upon in the same run: whole plans, not only their figures.
 */

const fixtures = join(repositoryRoot, "e2e/fixtures");

const examples = [
  { example: "01-a-group-per-function", combinations: 36 },
  { example: "02-one-shared-configuration", combinations: 3 },
];

test.each(examples)("$example: every view gives one plan, of $combinations combinations", ({ example, combinations }) =>
  withWorkspace(async (workspace) => {
    const stack = await workspace.hosted(example);
    expect(await onePlanInPreview(workspace, stack)).toMatchObject({ min: combinations, max: combinations });
    expect(await onePlanInState(workspace, stack)).toMatchObject({ min: combinations, max: combinations });
  }),
);

test("remote configurations, a list cut by an apply, read resources: every view gives one plan, before, after and at a change", () =>
  withWorkspace(async (workspace) => {
    await workspace.engine.simulatedAws(["seed", join(fixtures, "remote-and-cut/network.json")]);
    const stack = await workspace.hosted("02-one-shared-configuration", () =>
      readFileSync(join(fixtures, "remote-and-cut/index.ts"), "utf8"),
    );
    useOwnComponentsRemotely(stack);
    expect(await onePlanInPreview(workspace, stack)).toMatchObject({ min: 4, max: 6 });
    expect(await onePlanInState(workspace, stack)).toMatchObject({ min: 6, max: 6 });
    stack.edit((source) => source.replace("changed = false", "changed = true"));
    expect(await onePlanInPreview(workspace, stack)).toMatchObject({ min: 4, max: 6 });
  }));

test("functions of several providers: every view gives one plan, of one account where settings show it", () =>
  withWorkspace(async (workspace) => {
    const source = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const managedPolicyArns = [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole];
const role = new aws.iam.Role("functions", { assumeRolePolicy: "{}", managedPolicyArns });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id });
const vpcConfig = { subnetIds: [subnet.id], securityGroupIds: [group.id] };
const use = (name: string, provider?: aws.Provider) =>
  new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig }, { provider });
use("orders");
use("users", new aws.Provider("same", { profile: "shop", defaultTags: { tags: { team: "shop" } } }));
use("reports", new aws.Provider("other", { profile: "reports" }));
`;
    const stack = await workspace.hosted("02-one-shared-configuration", () => source);
    await stack.pulumi("config set aws:profile shop");
    expect(await onePlanInPreview(workspace, stack)).toMatchObject({ min: 1, max: 2 });
    expect(await onePlanInState(workspace, stack)).toMatchObject({ min: 1, max: 2 });
  }));

/** Lets the engine find our components as a plugin, as programs in other languages do. */
function useOwnComponentsRemotely({ folder }: Program): void {
  const plugin = { name: "lambda-vpc", path: join(repositoryRoot, "packages/components") };
  appendFileSync(join(folder, "Pulumi.yaml"), `plugins: ${JSON.stringify({ providers: [plugin] })}\n`);
}

/** The combinations of a preview's one plan. */
async function onePlanInPreview(workspace: Workspace, stack: Program): Promise<Count> {
  const { stdout, plan } = await planned(workspace, stack, "preview", "--json", "--show-sames");
  expect(planOf(readPreviewJson(stdout))).toEqual(plan);
  return plan.combinations;
}

/** The combinations of the one plan that an update leaves. */
async function onePlanInState(workspace: Workspace, stack: Program): Promise<Count> {
  const { plan } = await planned(workspace, stack, "up", "--yes", "--skip-preview");
  const { stdout } = await stack.pulumi("stack export");
  expect(planOf(readStateFile(stdout).resources)).toEqual(plan);
  return plan.combinations;
}

interface Planned {
  readonly stdout: string;
  readonly plan: EniPlan;
}

/** Runs a command with a policy that writes down the plan that it sees. */
async function planned({ engine, folder }: Workspace, stack: Program, ...command: readonly string[]): Promise<Planned> {
  const file = join(folder, "plan.json");
  const commandLine = ["--non-interactive", "-C", stack.folder, ...command, "--policy-pack", join(fixtures, "plan-policy")];
  const result = await engine.pulumi(commandLine, { environment: { PLAN_FILE: file } });
  if (result.exitCode !== 0) throw new Error(`pulumi ${command.join(" ")} failed:\n${printed(result)}`);
  return { stdout: result.stdout, plan: JSON.parse(readFileSync(file, "utf8")) as EniPlan };
}

/** The plan of a view's resources, as the policy writes it down. */
function planOf(resources: readonly StackResource[]): unknown {
  return JSON.parse(JSON.stringify(planEnis(resolveNetwork(readNetwork(resources)))));
}
