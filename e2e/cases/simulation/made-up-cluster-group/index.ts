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

// EKS creates the security group of a cluster. Simulated AWS does not model EKS, so the group does not exist there.
const clusterSubnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`cluster-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.1${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const clusterSubnetIds = clusterSubnets.map(({ id }) => id);
const clusterRole = new aws.iam.Role("cluster", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "eks.amazonaws.com" }),
});
const cluster = new aws.eks.Cluster("main", { roleArn: clusterRole.arn, vpcConfig: { subnetIds: clusterSubnetIds } });
new aws.ec2.SecurityGroupRule("from-functions", {
  type: "ingress",
  protocol: "tcp",
  fromPort: 443,
  toPort: 443,
  securityGroupId: cluster.vpcConfig.apply((config) => config.clusterSecurityGroupId),
  sourceSecurityGroupId: group.id,
});
inVpc("operator", { ENDPOINT: cluster.endpoint, CA: cluster.certificateAuthority.apply(({ data }) => data ?? "") });
