import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

// The team got a new VPC. The subnets of the old one are still in the program, by their ids.
const vpc = new aws.ec2.Vpc("next", { cidrBlock: "10.8.0.0/16" });
const group = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id, egress });
const known = aws.ec2.Subnet.get("private-a", "subnet-0a0000000000000a1");
new aws.lambda.Function("orders", {
  ...settings,
  role: role.arn,
  vpcConfig: { subnetIds: [known.id, "subnet-0b0000000000000b2"], securityGroupIds: [group.id] },
});
