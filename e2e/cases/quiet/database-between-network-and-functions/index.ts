import { AddressConsumer, LambdaVpc, Network } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const cidrBlock = "10.0.0.0/16";
const network = new Network("shop", {
  cidrBlock,
  zones: ["us-east-1a", "us-east-1b"],
  interfaceEndpoints: ["sqs"],
  capacity: { functions: 30, sets: 2, consumers: [{ kind: AddressConsumer.Database, count: 1 }] },
});

const databaseGroup = new aws.ec2.SecurityGroup("database", { vpcId: network.vpcId, description: "The database" });
const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  dbSubnetGroupName: new aws.rds.SubnetGroup("orders", { subnetIds: Object.values(network.firstSubnetIds) }).name,
  vpcSecurityGroupIds: [databaseGroup.id],
  username: "shop",
  manageMasterUserPassword: true,
  skipFinalSnapshot: true,
});

const settings = {
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 0;") }),
};
const environment = { variables: { DATABASE: database.address } };
export const { plan } = new LambdaVpc("shop", {
  existingNetwork: network,
  sets: {
    data: { reach: { postgres: { port: 5432, securityGroupId: databaseGroup.id, openTarget: true } } },
    queues: { services: ["sqs"] },
  },
  functions: {
    "list-orders": { ...settings, environment, set: "data" },
    "get-order": { ...settings, environment, set: "data" },
    "send-receipt": { ...settings, set: "queues" },
  },
});
