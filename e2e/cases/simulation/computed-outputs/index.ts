import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const role = new aws.iam.Role("functions", {
  assumeRolePolicy,
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});
const orders = new aws.lambda.Function(
  "orders",
  {
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    role: role.arn,
    vpcConfig: { subnetIds: subnets.map(({ id }) => id), securityGroupIds: [group.id] },
  },
  { dependsOn: [role] },
);
const url = new aws.lambda.FunctionUrl("orders", { functionName: orders.name, authorizationType: "NONE" });
const bucket = new aws.s3.Bucket("files");

// The program reads parts of what AWS sets. A value that is missing stops it with a TypeError.
export const host = url.functionUrl.apply((address) => address.replace("https://", ""));
export const bucketName = bucket.arn.apply((arn) => arn.split(":")[5]);
