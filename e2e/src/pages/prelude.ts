import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FunctionRole, SharedVpcConfig, VersionTrimmer, VersionTrimming, VpcFunction } from "@lambda-vpc/components";

// What the programs of policies' pages find in scope. The test puts this text before each of them.
export { FunctionRole, SharedVpcConfig, VersionTrimmer, VersionTrimming, VpcFunction };

export const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
export const subnetIds = ["a", "b", "c"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
export const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }];

export const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  // In the role itself, so that a destroy takes them away after every function.
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

export const code = new pulumi.asset.FileArchive("./code");
export const handler = "index.handler";
export const runtime = "nodejs22.x";
