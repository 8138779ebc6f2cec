import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const subnetIds = subnets.map(({ id }) => id);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
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

const orders = new aws.dynamodb.Table("orders", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  streamEnabled: true,
  streamViewType: "NEW_AND_OLD_IMAGES",
  pointInTimeRecovery: { enabled: true },
});
const key = new aws.kms.Key("orders", { enableKeyRotation: true });
new aws.kms.Alias("orders", { targetKeyId: key.keyId });
new aws.iam.RolePolicy("orders", {
  role: role.name,
  policy: pulumi.all([orders.streamArn, key.arn]).apply(([stream, keyArn]) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["dynamodb:GetRecords", "dynamodb:GetShardIterator"], Resource: stream },
        { Effect: "Allow", Action: "kms:Decrypt", Resource: keyArn },
      ],
    }),
  ),
});
const projector = inVpc("projector", { TABLE: orders.name });
const alarms = new aws.sns.Topic("alarms");
new aws.lambda.EventSourceMapping("orders", {
  eventSourceArn: orders.streamArn,
  functionName: projector.name,
  startingPosition: "LATEST",
  destinationConfig: { onFailure: { destinationArn: alarms.arn } },
});
// A gateway endpoint, so that the functions reach the table.
new aws.ec2.VpcEndpoint("dynamodb", { vpcId: vpc.id, serviceName: "com.amazonaws.us-east-1.dynamodb" });

export const streamLabel = orders.streamArn.apply((arn) => arn.split("/stream/")[1].slice(0, 4));
