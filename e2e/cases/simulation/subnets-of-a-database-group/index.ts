import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const fn = { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn } as const;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const subnetIds = subnets.map((s) => s.id);
const all = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

// The functions use the subnets of the database, looked up by the name of its subnet group.
const databases = new aws.rds.SubnetGroup("databases", { subnetIds });
const found = aws.rds.getSubnetGroupOutput({ name: databases.name });
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress: all });
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds: found.subnetIds, securityGroupIds: [group.id] } });
