import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const settings = { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code } as const;
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const group = new aws.ec2.SecurityGroup("app", { vpcId: vpc.id, egress });

// Three tasks take three addresses, and six while a new version of the service starts.
const cluster = new aws.ecs.Cluster("app");
const task = new aws.ecs.TaskDefinition("app", {
  family: "app",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: "[]",
});
new aws.ecs.Service("app", {
  cluster: cluster.arn,
  taskDefinition: task.arn,
  desiredCount: 3,
  launchType: "FARGATE",
  networkConfiguration: { subnets: subnetIds, securityGroups: [group.id] },
});
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, { ...settings, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
