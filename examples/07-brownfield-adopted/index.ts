import { FunctionRole, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

/** What the landing zone gives: made by another team, long before this stack. */
const landingZone = {
  network: {
    vpcId: "vpc-0b0000000000000f1",
    subnetIds: ["subnet-0b000000000000a01", "subnet-0b000000000000b02"],
    subnetCidrBlocks: ["10.40.8.0/24", "10.40.9.0/24"],
  },
  databaseClients: "sg-0b00000000000c001",
  functionRole: "arn:aws:iam::123456789012:role/functions-in-vpc",
};

const network = new Network("adopted", { ...landingZone.network, capacity: { functions: 20, sets: 2 } });
const { vpcId, subnetIds } = network;

// One set is there already, and the other is made here.
const database = new SharedVpcConfig("database", { subnetIds, securityGroupIds: [landingZone.databaseClients] });
const roles = ["charge-card", "book-parcel"].map((name) => ({ name, executionRole: new FunctionRole(name, {}) }));
const partners = new SharedVpcConfig("partners", {
  vpcId,
  subnetIds,
  reach: { https: { port: 443, cidr: "192.0.2.0/24" } },
  roles: roles.map(({ executionRole }) => executionRole),
});

const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };

for (const name of ["list-orders", "create-order", "monthly-report"])
  new VpcFunction(name, { ...settings, vpcConfig: database, role: landingZone.functionRole });
for (const { name, executionRole } of roles) new VpcFunction(name, { ...settings, vpcConfig: partners, executionRole });

export const { plan } = network;
