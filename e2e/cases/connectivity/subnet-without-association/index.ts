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

// The second subnet came later, without an association. It uses the main table, which has no route out.
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
new aws.ec2.Route("private", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-0a11ce0000000001a" });
new aws.ec2.RouteTableAssociation("private-a", { subnetId: subnetIds[0] ?? "", routeTableId: table.id });
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress: everywhere });
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
