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

const failed = new aws.sqs.Queue("failed", { messageRetentionSeconds: 1209600 });
const orders = new aws.sqs.Queue("orders", {
  redrivePolicy: failed.arn.apply((deadLetterTargetArn) => JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 })),
});
const inOrder = new aws.sqs.Queue("in-order", { fifoQueue: true, contentBasedDeduplication: true });
new aws.iam.RolePolicy("queues", {
  role: role.id,
  policy: pulumi.all([orders.arn, inOrder.arn]).apply((Resource) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource }],
    }),
  ),
});
const worker = inVpc("worker", { FAILED: failed.url });
for (const [name, queue] of Object.entries({ orders, "in-order": inOrder }))
  new aws.lambda.EventSourceMapping(name, { eventSourceArn: queue.arn, functionName: worker.arn, batchSize: 10 });

export const queueNames = pulumi.all([orders.url, inOrder.id]).apply((urls) => urls.map((url) => url.split("/").pop()));
export const visibility = orders.visibilityTimeoutSeconds.apply((seconds) => (seconds ?? 0) * 6);
