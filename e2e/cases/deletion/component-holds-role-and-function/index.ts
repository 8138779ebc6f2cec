import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;

/** A team's own component: a function with its role, in a network that it is given. */
class Job extends pulumi.ComponentResource {
  constructor(name: string, vpcConfig: aws.types.input.lambda.FunctionVpcConfig) {
    super("team:index:Job", name);
    const role = new aws.iam.Role(name, { assumeRolePolicy }, { parent: this });
    const access = new aws.iam.RolePolicyAttachment(name, { role: role.name, policyArn }, { parent: this });
    new aws.lambda.Function(name, { ...settings, role: role.arn, vpcConfig }, { parent: this, dependsOn: access });
  }
}

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);

// The group is outside the component, so it depends on none of the roles inside.
const group = new aws.ec2.SecurityGroup("jobs", { vpcId: vpc.id, egress });
for (const name of ["import", "export"]) new Job(name, { subnetIds, securityGroupIds: [group.id] });
