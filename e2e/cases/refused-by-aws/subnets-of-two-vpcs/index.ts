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
const subnets = ["a", "b"].map(
  (zone, i) => new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${zone}` }),
);

// The migration to a second VPC: for a while, the function should be in both.
const next = new aws.ec2.Vpc("next", { cidrBlock: "10.1.0.0/16" });
const nextSubnet = new aws.ec2.Subnet("next-a", { vpcId: next.id, cidrBlock: "10.1.0.0/24", availabilityZone: "us-east-1a" });
const group = new aws.ec2.SecurityGroup("orders", { vpcId: next.id, egress });
new aws.lambda.Function("orders", {
  ...settings,
  role: role.arn,
  vpcConfig: { subnetIds: [nextSubnet.id, ...subnets.map((subnet) => subnet.id)], securityGroupIds: [group.id] },
});
