import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

// One small subnet for each of 17 teams, and one function that should be able to use any of them.
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = Array.from(
  { length: 17 },
  (_, i) =>
    new aws.ec2.Subnet(`team-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/26`, availabilityZone: `us-east-1${"abc".charAt(i % 3)}` }),
);
const group = new aws.ec2.SecurityGroup("audit", { vpcId: vpc.id, egress });
new aws.lambda.Function("audit", {
  ...settings,
  role: role.arn,
  vpcConfig: { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [group.id] },
});
