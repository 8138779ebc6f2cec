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
const subnetIds = subnets.map(({ id }) => id);

// The groups of the function are those that the mount target was given.
const group = new aws.ec2.SecurityGroup("files", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});
const files = new aws.efs.FileSystem("files");
const [target] = subnets.map(
  ({ id }, index) => new aws.efs.MountTarget(`files-${index}`, { fileSystemId: files.id, subnetId: id, securityGroups: [group.id] }),
);
if (target === undefined) throw new Error("there is no mount target");
const lists: [name: string, securityGroupIds: pulumi.Input<pulumi.Input<string>[]>][] = [
  ["orders", target.securityGroups],
  ["users", [group.id]],
];
for (const [name, securityGroupIds] of lists)
  new aws.lambda.Function(name, {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: { subnetIds, securityGroupIds },
  });
