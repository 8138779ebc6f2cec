import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);

// The attachment outlives the function, but nothing that waits for the ENIs depends on it.
const role = new aws.iam.Role("worker", { assumeRolePolicy });
const attachment = new aws.iam.RolePolicyAttachment("worker", { role: role.name, policyArn });
const group = new aws.ec2.SecurityGroup("worker", { vpcId: vpc.id, egress });
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
new aws.lambda.Function("worker", { ...settings, role: role.arn, vpcConfig }, { dependsOn: attachment });
