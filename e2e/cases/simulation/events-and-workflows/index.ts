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

const nightly = inVpc("nightly");
const rule = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)" });
new aws.cloudwatch.EventTarget("nightly", { rule: rule.name, arn: nightly.arn });
new aws.lambda.Permission("nightly", {
  action: "lambda:InvokeFunction",
  function: nightly.name,
  principal: "events.amazonaws.com",
  sourceArn: rule.arn,
});
const bus = new aws.cloudwatch.EventBus("orders");
const placed = new aws.cloudwatch.EventRule("placed", {
  eventBusName: bus.name,
  eventPattern: JSON.stringify({ "detail-type": ["OrderPlaced"] }),
});
const invoking = new aws.iam.Role("invoking", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "states.amazonaws.com" }),
});
const fulfil = inVpc("fulfil", { BUS: bus.arn });
const workflow = new aws.sfn.StateMachine("fulfilment", {
  roleArn: invoking.arn,
  definition: fulfil.arn.apply((Resource) =>
    JSON.stringify({ StartAt: "fulfil", States: { fulfil: { Type: "Task", Resource, End: true } } }),
  ),
});
new aws.cloudwatch.EventTarget("placed", { rule: placed.name, eventBusName: bus.name, arn: workflow.arn, roleArn: invoking.arn });
new aws.scheduler.Schedule("weekly", {
  scheduleExpression: "rate(7 days)",
  flexibleTimeWindow: { mode: "OFF" },
  target: { arn: workflow.arn, roleArn: invoking.arn },
});
const topic = new aws.sns.Topic("orders");
new aws.sns.TopicSubscription("orders", { topic: topic.arn, protocol: "lambda", endpoint: fulfil.arn });

export const ruleOnBus = placed.arn.apply((arn) => arn.split("/").length);
export const topicName = topic.arn.apply((arn) => arn.split(":")[5].startsWith("orders-"));
