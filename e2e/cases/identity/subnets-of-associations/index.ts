import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);

// The output of an association is the subnet that it was given.
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
const subnetIds = subnets.map(({ id }, index) =>
  new aws.ec2.RouteTableAssociation(`private-${index}`, { subnetId: id, routeTableId: table.id }).subnetId.apply((subnet) => subnet ?? ""),
);
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });
