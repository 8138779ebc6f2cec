import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const fn = { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn } as const;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const gateway = new aws.ec2.InternetGateway("main", { vpcId: vpc.id });
const publicSubnet = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.9.0/28", availabilityZone: "us-east-1a" });
const publicTable = new aws.ec2.RouteTable("public", { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }] });
new aws.ec2.RouteTableAssociation("public", { subnetId: publicSubnet.id, routeTableId: publicTable.id });
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
const nat = new aws.ec2.NatGateway("nat", { subnetId: publicSubnet.id, allocationId: address.id }, { dependsOn: gateway });

// The private subnets use the main route table, which leads to the NAT gateway.
new aws.ec2.DefaultRouteTable("private", {
  defaultRouteTableId: vpc.defaultRouteTableId,
  routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }],
});
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
});
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds: subnets.map((s) => s.id), securityGroupIds: [group.id] } });
