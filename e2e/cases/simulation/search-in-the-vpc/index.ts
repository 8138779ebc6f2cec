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

const search = new aws.ec2.SecurityGroup("search", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [group.id] }],
  egress,
});
const domain = new aws.opensearch.Domain("products", {
  engineVersion: "OpenSearch_2.19",
  clusterConfig: {
    instanceType: "r7g.large.search",
    instanceCount: 2,
    zoneAwarenessEnabled: true,
    zoneAwarenessConfig: { availabilityZoneCount: 2 },
  },
  ebsOptions: { ebsEnabled: true, volumeSize: 20 },
  vpcOptions: { subnetIds, securityGroupIds: [search.id] },
});
new aws.opensearch.DomainPolicy("products", {
  domainName: domain.domainName,
  accessPolicies: domain.arn.apply((arn) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "es:*", Resource: `${arn}/*` }] }),
  ),
});
inVpc("search", { ENDPOINT: pulumi.interpolate`https://${domain.endpoint}` });

export const host = domain.endpoint.apply((endpoint) => endpoint.split(".").slice(-4).join("."));
export const zones = domain.vpcOptions.apply((options) => options?.availabilityZones.length);
