import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const settings = { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code } as const;
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];

// Subnets of another team.
const vpcId = "vpc-0c0ffee0000000001";
const subnetIds = ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"];
// A destroy of the group waits for the network interfaces, and Lambda deletes them with the permissions of the role.
const group = new aws.ec2.SecurityGroup("app", { vpcId, egress }, { dependsOn: role });

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
  desiredCount: 1,
  launchType: "FARGATE",
  networkConfiguration: { subnets: subnetIds, securityGroups: [group.id] },
});
new aws.lambda.Function("orders", { ...settings, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
