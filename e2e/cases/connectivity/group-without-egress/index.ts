import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

// The function calls SQS over an endpoint. Its group lists no egress, so the provider removes AWS's default rule, and nothing leaves.
const endpoints = new aws.ec2.SecurityGroup("endpoints", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
});
new aws.ec2.VpcEndpoint("sqs", {
  vpcId: vpc.id,
  serviceName: "com.amazonaws.us-east-1.sqs",
  vpcEndpointType: "Interface",
  subnetIds,
  securityGroupIds: [endpoints.id],
});
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id });
new aws.lambda.Function("orders", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") }),
  vpcConfig: { subnetIds, securityGroupIds: [group.id] },
});
