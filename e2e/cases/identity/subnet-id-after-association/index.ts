import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const fn = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const all = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const role = new aws.iam.Role("functions", {
  assumeRolePolicy,
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

// The id of a subnet, but only once its route table is associated.
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
const ids = subnets.map((s, i) => {
  const association = new aws.ec2.RouteTableAssociation(`private-${i}`, { subnetId: s.id, routeTableId: table.id });
  return pulumi.all([s.id, association.id]).apply(([id]) => id);
});
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress: all });
for (const name of ["orders", "users", "stock"])
  new aws.lambda.Function(name, { ...fn, role: role.arn, vpcConfig: { subnetIds: ids, securityGroupIds: [group.id] } });
