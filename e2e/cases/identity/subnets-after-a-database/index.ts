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

const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});
const databaseGroup = new aws.ec2.SecurityGroup("database", { vpcId: vpc.id });
const subnetGroup = new aws.rds.SubnetGroup("orders", { subnetIds: subnets.map(({ id }) => id) });
const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  username: "orders",
  manageMasterUserPassword: true,
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [databaseGroup.id],
  skipFinalSnapshot: true,
});
// The ids of the subnets, but only once the database is available.
const subnetIds = subnets.map(({ id }) => pulumi.all([id, database.endpoint]).apply(([subnet]) => subnet));
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });
