import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const fn = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const access = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const subnetIds = subnets.map((s) => s.id);
// The subnets moved to the new VPC, the group did not.
const old = new aws.ec2.Vpc("old", { cidrBlock: "10.1.0.0/16" });
const role = new aws.iam.Role("worker", { assumeRolePolicy, managedPolicyArns: [access] });
const group = new aws.ec2.SecurityGroup("worker", { vpcId: old.id, egress });
new aws.lambda.Function("worker", { ...fn, role: role.arn, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
