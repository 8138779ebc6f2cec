import { describe, expect, test } from "@jest/globals";
import { heldCombinations, orphanedInterfaces } from "./account";
import { printed, withWorkspace } from "./workspace";

/** AWS's 20 minutes until Lambda deletes an interface take 6 seconds: longer than all else that a destroy here does. */
const SCALE = 0.005;

const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map((zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\` }).id);
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const names = ["orders", "users", "stock"];
`;

/** The functions wait for something that itself waits for their group, as a database does that lets it in. */
const OURS = `${PRELUDE}
const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: vpc.id, subnetIds });
const ingress = [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: vpcConfig.securityGroupIds }];
const database = new aws.ec2.SecurityGroup("database", { vpcId: vpc.id, ingress });
const permissions = [{ actions: ["ec2:DescribeSecurityGroups"], resources: [database.arn] }];
const environment = { variables: { DATABASE: database.id } };
for (const name of names) new VpcFunction(name, { ...settings, vpcConfig, permissions, environment }, { dependsOn: database });
`;

/** As documentation writes it: the function depends on its permissions, and its group on nothing. */
const BY_HAND = `${PRELUDE}
const group = new aws.ec2.SecurityGroup("shared", { vpcId: vpc.id });
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
for (const name of names) {
  const role = new aws.iam.Role(name, { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
  const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
  const dependsOn = new aws.iam.RolePolicyAttachment(name, { role: role.name, policyArn });
  new aws.lambda.Function(name, { ...settings, role: role.arn, vpcConfig }, { dependsOn });
}
`;

/** What a destroy of a program leaves in the account, and how long it took in AWS's minutes. */
interface Remains {
  readonly exitCode: number;
  readonly output: string;
  readonly orphaned: number;
  readonly combinations: number;
  readonly minutes: number;
}

function destroyed(source: string): Promise<Remains> {
  return withWorkspace(async ({ engine, program }) => {
    const { folder, pulumi } = await program("02-one-shared-configuration", () => source);
    const up = await pulumi("up --yes --skip-preview");
    if (up.exitCode !== 0) throw new Error(printed(up));
    const environment = { SIMULATED_AWS_TIME_SCALE: String(SCALE) };
    const start = Date.now();
    const result = await engine.pulumi(["--non-interactive", "-C", folder, "destroy", "--yes", "--skip-preview"], { environment });
    const minutes = Math.round((Date.now() - start) / 60_000 / SCALE);
    const [orphaned, combinations] = [await orphanedInterfaces(engine), await heldCombinations(engine)];
    return { exitCode: result.exitCode, output: printed(result), orphaned, combinations, minutes };
  });
}

describe("destroying a stack with all that is in it", () => {
  test("takes roles only when Lambda has deleted the interfaces that need them", async () => {
    const { output, minutes, ...remains } = await destroyed(OURS);
    console.log(`destroyed within ${minutes} of AWS's minutes`);
    if (remains.exitCode !== 0) console.log(output);
    expect(remains).toEqual({ exitCode: 0, orphaned: 0, combinations: 0 });
  });

  test("orphans interfaces where only the functions depend on their permissions", async () => {
    expect(await destroyed(BY_HAND)).toMatchObject({ orphaned: 2, combinations: 2 });
  });
});
