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

const everywhere = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];

// The public half of a usual network. Nobody gave the private half a NAT gateway.
const internet = new aws.ec2.InternetGateway("main", { vpcId: vpc.id });
const publicTable = new aws.ec2.RouteTable("public", { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }] });
const publicSubnet = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.100.0/24", availabilityZone: "us-east-1a" });
new aws.ec2.RouteTableAssociation("public", { subnetId: publicSubnet.id, routeTableId: publicTable.id });
const privateTable = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
subnets.forEach(
  (subnet, index) => new aws.ec2.RouteTableAssociation(`private-${index}`, { subnetId: subnet.id, routeTableId: privateTable.id }),
);
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress: everywhere });
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
