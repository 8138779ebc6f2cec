import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const settings = { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code } as const;
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const group = new aws.ec2.SecurityGroup("app", { vpcId: vpc.id, egress });

// Six data nodes, three masters, two brokers and two cache nodes, all in two /24.
const securityGroupIds = [group.id];
new aws.opensearch.Domain("search", {
  clusterConfig: { instanceCount: 6, dedicatedMasterEnabled: true, dedicatedMasterCount: 3, zoneAwarenessEnabled: true },
  vpcOptions: { subnetIds, securityGroupIds },
});
new aws.msk.Cluster("events", {
  kafkaVersion: "3.8.x",
  numberOfBrokerNodes: 2,
  brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: subnetIds, securityGroups: securityGroupIds },
});
const caches = new aws.elasticache.SubnetGroup("caches", { subnetIds });
new aws.elasticache.ReplicationGroup("cache", {
  description: "sessions",
  numCacheClusters: 2,
  subnetGroupName: caches.name,
  securityGroupIds,
});
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, { ...settings, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
