import { FunctionRole, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const zones = ["us-east-1a", "us-east-1b"];
const databaseRanges = ["10.0.255.0/28", "10.0.255.16/28"];

const network = new Network("main", {
  cidrBlock: "10.0.0.0/16",
  zones,
  takenCidrBlocks: databaseRanges,
  capacity: { functions: 12, sets: 2 },
  interfaceEndpoints: ["secretsmanager", "sqs"],
});
const { vpcId, subnetIds } = network;

const databaseSubnets = zones.map(
  (availabilityZone, index) =>
    new aws.ec2.Subnet(`database-${availabilityZone.at(-1)}`, { vpcId, availabilityZone, cidrBlock: databaseRanges[index] }),
);
const databaseGroup = new aws.ec2.SecurityGroup("database", { vpcId, description: "The database" });
const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  dbSubnetGroupName: new aws.rds.SubnetGroup("database", { subnetIds: databaseSubnets.map(({ id }) => id) }).name,
  vpcSecurityGroupIds: [databaseGroup.id],
  username: "orders",
  manageMasterUserPassword: true,
  skipFinalSnapshot: true,
});
const password = database.masterUserSecrets[0].secretArn;

// The roles come first. The groups wait for them, so a destroy deletes the roles only when Lambda has deleted the ENIs.
const rolesOf = (...names: string[]) => names.map((name) => ({ name, executionRole: new FunctionRole(name, {}) }));
const clients = rolesOf("create-order", "list-orders", "monthly-report");
const others = rolesOf("resize-image", "send-receipt");
const roles = (functions: typeof clients) => functions.map(({ executionRole }) => executionRole);

// What functions share is what they may reach: two sets, however many functions.
const endpoints = { port: 443, securityGroupId: network.endpointSecurityGroupId };
const internal = new SharedVpcConfig("internal", { vpcId, subnetIds, reach: { endpoints }, roles: roles(others) });
const postgres = { port: 5432, securityGroupId: databaseGroup.id, openTarget: true };
const databaseClients = new SharedVpcConfig("database-clients", {
  vpcId,
  subnetIds,
  reach: { endpoints, postgres },
  roles: roles(clients),
});

const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };

for (const { name, executionRole } of clients)
  new VpcFunction(name, {
    ...settings,
    vpcConfig: databaseClients,
    executionRole,
    environment: { variables: { DATABASE_HOST: database.address, DATABASE_SECRET: password } },
    permissions: [{ actions: ["secretsmanager:GetSecretValue"], resources: [password] }],
  });

for (const { name, executionRole } of others) new VpcFunction(name, { ...settings, vpcConfig: internal, executionRole });

export const { plan } = network;
