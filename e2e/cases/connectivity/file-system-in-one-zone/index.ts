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

const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "tcp", fromPort: 2049, toPort: 2049, self: true }],
});
const files = new aws.efs.FileSystem("files");

// The function has two zones, the file system one mount target.
const [subnet] = subnets;
const target = new aws.efs.MountTarget("files", { fileSystemId: files.id, subnetId: subnet?.id ?? "", securityGroups: [group.id] });
const access = new aws.efs.AccessPoint("files", { fileSystemId: files.id });
const fileSystemConfig = { arn: access.arn, localMountPath: "/mnt/files" };
new aws.lambda.Function(
  "orders",
  { ...fn, fileSystemConfig, vpcConfig: { subnetIds, securityGroupIds: [group.id] } },
  { dependsOn: target },
);
