import { describe, expect, test } from "@jest/globals";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { inScaledTime, stackOutput, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { printed, type ExampleProgram, type Workspace, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** AWS's 20 minutes until Lambda deletes an interface take 6 seconds: longer than all else that a destroy here does. */
const SCALE = 0.005;

const IMPORTS = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FunctionRole, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
`;

const NETWORK = `${IMPORTS}
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map((zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\` }).id);
`;

const FUNCTIONS = `
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const names = ["orders", "users", "stock"];
`;

/** A role for functions, and what lets Lambda manage their ENIs with it. */
const ROLE = `
const role = new aws.iam.Role("functions", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const permissions = new aws.iam.RolePolicyAttachment("functions", { role: role.name, policyArn });
`;

/** The functions wait for something that itself waits for their group, as a database does that lets it in. */
const OURS = `${NETWORK}${FUNCTIONS}
const roles = names.map((name) => new FunctionRole(name, {}));
const vpcConfig = new SharedVpcConfig("shared", { vpcId: vpc.id, subnetIds, roles });
const ingress = [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: vpcConfig.securityGroupIds }];
const database = new aws.ec2.SecurityGroup("database", { vpcId: vpc.id, ingress });
const permissions = [{ actions: ["ec2:DescribeSecurityGroups"], resources: [database.arn] }];
const environment = { variables: { DATABASE: database.id } };
for (const [index, name] of names.entries())
  new VpcFunction(name, { ...settings, vpcConfig, executionRole: roles[index], permissions, environment }, { dependsOn: database });
`;

/** A role of the program, which the shared configuration receives. */
const OWN_ROLE = `${NETWORK}${FUNCTIONS}${ROLE}
const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: vpc.id, subnetIds }, { dependsOn: permissions });
for (const name of names) new VpcFunction(name, { ...settings, vpcConfig, role: role.arn });
`;

/** As documentation writes it: the functions depend on their permissions, and their group on nothing. */
const BY_HAND = `${NETWORK}${FUNCTIONS}${ROLE}
const group = new aws.ec2.SecurityGroup("shared", { vpcId: vpc.id });
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
for (const name of names) new aws.lambda.Function(name, { ...settings, role: role.arn, vpcConfig }, { dependsOn: permissions });
`;

/** What outlives the functions of the next programs, with its names as outputs. */
const KEPT = `${NETWORK}${ROLE}
const other = new aws.ec2.SecurityGroup("other", { vpcId: vpc.id });
export const names = { vpcId: vpc.id, subnetIds, role: permissions.id.apply(() => role.arn), other: other.id };
`;

interface Kept {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly role: string;
  readonly other: string;
}

/** Functions and their group in a separate stack, with and without a quick deletion. */
function atop({ vpcId, subnetIds, role, other }: Kept, quick: boolean): string {
  const quickDeletion = quick ? `quickDeletion: { replacementSecurityGroupIds: ["${other}"] },` : "";
  return `${IMPORTS}${FUNCTIONS}
const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: "${vpcId}", subnetIds: ${JSON.stringify(subnetIds)} });
for (const name of names) new VpcFunction(name, { ...settings, vpcConfig, role: "${role}", ${quickDeletion} });
`;
}

/** Functions alone: their group, subnets and role stay. */
function alone({ subnetIds, role, other }: Kept): string {
  return `${IMPORTS}${FUNCTIONS}
const vpcConfig = new SharedVpcConfig("shared", { subnetIds: ${JSON.stringify(subnetIds)}, securityGroupIds: ["${other}"] });
for (const name of names) new VpcFunction(name, { ...settings, vpcConfig, role: "${role}" });
`;
}

/** Functions with a role each in a VPC that stays, where nothing else has the engine delete the group before the roles. */
function withinStaying({ vpcId, subnetIds }: Kept): string {
  return `${IMPORTS}${FUNCTIONS}
const roles = names.map((name) => new FunctionRole(name, {}));
const vpcConfig = new SharedVpcConfig("shared", { vpcId: "${vpcId}", subnetIds: ${JSON.stringify(subnetIds)}, roles });
for (const [index, name] of names.entries()) new VpcFunction(name, { ...settings, vpcConfig, executionRole: roles[index] });
`;
}

/** What a destroy of a program leaves in the account, and how long it took in AWS's minutes. */
interface Remains {
  readonly problem: string;
  readonly orphaned: number;
  readonly combinations: number;
  readonly minutes: number;
}

/** Whose name the stack gets: a workspace has one stack of each. */
type Project = "01-a-group-per-function" | "02-one-shared-configuration" | "03-existing-vpc" | "05-database-access";

async function deployed({ hosted: program }: Workspace, source: string, project: Project): Promise<ExampleProgram> {
  const stack = await program(project, () => source);
  await succeeds(stack, "up --yes --skip-preview");
  return stack;
}

async function destroyed(workspace: Workspace, source: string, project: Project = "01-a-group-per-function"): Promise<Remains> {
  const { engine } = workspace;
  const stack = await deployed(workspace, source, project);
  const start = Date.now();
  const result = await inScaledTime(stack, SCALE).pulumi("destroy --yes --skip-preview");
  const minutes = Math.round((Date.now() - start) / 60_000 / SCALE);
  const [orphaned, combinations] = [await orphanedInterfaces(engine), await heldCombinations(engine)];
  return { problem: result.exitCode === 0 ? "" : printed(result), orphaned, combinations, minutes };
}

describe("destroying a stack with all that is in it", () => {
  test.each([
    ["the roles that are made for the functions go", OURS],
    ["a role that the shared configuration depends on goes", OWN_ROLE],
  ])("%s only when Lambda has deleted the interfaces that need them", (_, source) =>
    withWorkspace(async (workspace) => {
      const { minutes, ...remains } = await destroyed(workspace, source);
      expect(remains).toEqual({ problem: "", orphaned: 0, combinations: 0 });
      console.log(`destroyed within ${minutes} of AWS's minutes`);
    }),
  );

  test("orphans interfaces where only the functions depend on their permissions", () =>
    withWorkspace(async (workspace) => {
      expect(await destroyed(workspace, BY_HAND)).toMatchObject({ orphaned: 2, combinations: 2 });
    }));
});

test("destroying functions in a VPC that stays takes their roles only when Lambda has deleted the interfaces that need them", () =>
  withWorkspace(async (workspace) => {
    const kept = (await stackOutput(await deployed(workspace, KEPT, "01-a-group-per-function"), "names")) as Kept;
    expect(await destroyed(workspace, withinStaying(kept), "02-one-shared-configuration")).toMatchObject({
      problem: "",
      orphaned: 0,
      combinations: 0,
    });
  }));

test("destroying functions whose subnets and role stay orphans nothing, and waits for no ENI only where the group stays, too", () =>
  withWorkspace(async (workspace) => {
    const kept = (await stackOutput(await deployed(workspace, KEPT, "01-a-group-per-function"), "names")) as Kept;
    const { minutes: waiting, ...waited } = await destroyed(workspace, atop(kept, false), "02-one-shared-configuration");
    expect(waited).toEqual({ problem: "", orphaned: 0, combinations: 0 });
    const { minutes: replacing, ...replaced } = await destroyed(workspace, atop(kept, true), "03-existing-vpc");
    expect(replaced).toMatchObject({ problem: "", orphaned: 0 });
    const { minutes: quickly, ...quick } = await destroyed(workspace, alone(kept), "05-database-access");
    expect(quick).toMatchObject({ problem: "", orphaned: 0 });
    expect(quickly).toBeLessThan(waiting);
    console.log(
      `destroyed within ${waiting} of AWS's minutes, within ${replacing} where groups are replaced first, and within ${quickly} where the group stays`,
    );
  }));
