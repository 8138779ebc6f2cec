import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const group = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id, egress });

// The subnets of a development stack are not configured. The group is always there.
const subnetIds = new pulumi.Config().getObject<string[]>("subnetIds") ?? [];
new aws.lambda.Function("orders", { ...settings, role: role.arn, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
