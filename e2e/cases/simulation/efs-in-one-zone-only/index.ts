import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const fn = { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn } as const;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const subnetIds = subnets.map((s) => s.id);
const all = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress: all });
const files = new aws.efs.FileSystem("files");
const mountGroup = new aws.ec2.SecurityGroup("mounts", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 2049, toPort: 2049, securityGroups: [group.id] }],
});
const mount = new aws.efs.MountTarget("mount", {
  fileSystemId: files.id,
  subnetId: subnetIds[0] ?? "",
  securityGroups: [mountGroup.id],
});
const access = new aws.efs.AccessPoint("access", { fileSystemId: mount.fileSystemId });
new aws.lambda.Function("orders", {
  ...fn,
  vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  fileSystemConfig: { arn: access.arn, localMountPath: "/mnt/files" },
});
