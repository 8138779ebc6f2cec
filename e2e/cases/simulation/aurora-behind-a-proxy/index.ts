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

const dataSubnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`data-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.1${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const dataSubnetIds = dataSubnets.map(({ id }) => id);
const databases = new aws.ec2.SecurityGroup("databases", {
  vpcId: vpc.id,
  egress,
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [group.id] }],
});
const subnetGroup = new aws.rds.SubnetGroup("orders", { subnetIds: dataSubnetIds });
const password = new aws.secretsmanager.Secret("orders");
new aws.secretsmanager.SecretVersion("orders", {
  secretId: password.id,
  secretString: JSON.stringify({ username: "orders", password: "local" }),
});
const cluster = new aws.rds.Cluster("orders", {
  engine: "aurora-postgresql",
  engineVersion: "16.6",
  databaseName: "orders",
  masterUsername: "orders",
  manageMasterUserPassword: true,
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [databases.id],
  skipFinalSnapshot: true,
});
const instance = new aws.rds.ClusterInstance("orders", {
  clusterIdentifier: cluster.id,
  engine: "aurora-postgresql",
  instanceClass: "db.r6g.large",
  dbSubnetGroupName: subnetGroup.name,
});
const proxyRole = new aws.iam.Role("proxy", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "rds.amazonaws.com" }) });
const proxy = new aws.rds.Proxy("orders", {
  engineFamily: "POSTGRESQL",
  roleArn: proxyRole.arn,
  vpcSubnetIds: dataSubnetIds,
  vpcSecurityGroupIds: [databases.id],
  auths: [{ authScheme: "SECRETS", iamAuth: "DISABLED", secretArn: password.arn }],
});
const targets = new aws.rds.ProxyDefaultTargetGroup("orders", { dbProxyName: proxy.name });
new aws.rds.ProxyTarget(
  "orders",
  { dbProxyName: proxy.name, targetGroupName: targets.name, dbClusterIdentifier: cluster.id },
  { dependsOn: [instance] },
);
const cache = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions",
  nodeType: "cache.t4g.small",
  numCacheClusters: 2,
  subnetGroupName: new aws.elasticache.SubnetGroup("sessions", { subnetIds: dataSubnetIds }).name,
  securityGroupIds: [databases.id],
});
inVpc("orders", { DATABASE: proxy.endpoint, READER: cluster.readerEndpoint, CACHE: cache.primaryEndpointAddress });

export const secretOfUser = cluster.masterUserSecrets.apply((secrets) => secrets[0].secretArn.split(":")[2]);
export const port = pulumi.all([cluster.port, proxy.endpoint]).apply(([number, host]) => `${host.split(".").length}:${number}`);
