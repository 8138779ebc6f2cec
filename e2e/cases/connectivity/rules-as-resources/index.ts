import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const subnetIds = subnets.map(({ id }) => id);
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const fn = { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code } as const;

// The rules are resources, in both styles, so the groups list none.
const orders = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id });
const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" };
new aws.vpc.SecurityGroupEgressRule("orders-https", { securityGroupId: orders.id, ...https });
const users = new aws.ec2.SecurityGroup("users", { vpcId: vpc.id });
const postgres = { protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["10.0.0.0/16"] };
new aws.ec2.SecurityGroupRule("users-postgres", { type: "egress", securityGroupId: users.id, ...postgres });
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds, securityGroupIds: [orders.id] } });
new aws.lambda.Function("users", { ...fn, vpcConfig: { subnetIds, securityGroupIds: [users.id] } });
