import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const subnetIds = subnets.map(({ id }) => id);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const inVpc = (name: string, variables: Record<string, pulumi.Input<string>> = {}) =>
  new aws.lambda.Function(name, {
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    role: role.arn,
    environment: { variables },
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });

const cluster = new aws.ecs.Cluster("main");
const logs = new aws.cloudwatch.LogGroup("api", { retentionInDays: 14 });
const repository = new aws.ecr.Repository("api");
const executionRole = new aws.iam.Role("api", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
  managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
});
const task = new aws.ecs.TaskDefinition("api", {
  family: "api",
  cpu: "256",
  memory: "512",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  executionRoleArn: executionRole.arn,
  containerDefinitions: pulumi
    .all([repository.repositoryUrl, logs.name])
    .apply(([url, logGroup]) => JSON.stringify([{ name: "api", image: `${url}:latest`, portMappings: [{ containerPort: 80 }], logGroup }])),
});
const tasks = new aws.ec2.SecurityGroup("tasks", {
  vpcId: vpc.id,
  egress,
  ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, securityGroups: [group.id] }],
});
const balancer = new aws.lb.LoadBalancer("api", { internal: true, subnets: subnetIds, securityGroups: [tasks.id] });
const target = new aws.lb.TargetGroup("api", { port: 80, protocol: "HTTP", targetType: "ip", vpcId: vpc.id });
const listener = new aws.lb.Listener("api", {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [{ type: "forward", targetGroupArn: target.arn }],
});
const service = new aws.ecs.Service(
  "api",
  {
    cluster: cluster.arn,
    taskDefinition: task.arn,
    desiredCount: 4,
    launchType: "FARGATE",
    networkConfiguration: { subnets: subnetIds, securityGroups: [tasks.id] },
    loadBalancers: [{ targetGroupArn: target.arn, containerName: "api", containerPort: 80 }],
  },
  { dependsOn: [listener] },
);
const scaling = new aws.appautoscaling.Target("api", {
  minCapacity: 4,
  maxCapacity: 12,
  resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
  scalableDimension: "ecs:service:DesiredCount",
  serviceNamespace: "ecs",
});
inVpc("orders", { API: balancer.dnsName, TASK: task.arn.apply((arn) => arn.split("/")[1]) });

export const clusterName = service.cluster.apply((arn) => arn.split("/")[1].length);
export const scalable = scaling.arn.apply((arn) => arn.startsWith("arn:aws:"));
