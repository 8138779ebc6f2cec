import { LambdaVpc } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";
import * as awsx from "./awsx"; // in your program: "@pulumi/awsx"

const vpc = new awsx.ec2.Vpc("main", {
  availabilityZoneNames: ["us-east-1a", "us-east-1b"],
  subnetSpecs: [
    { type: "Private", cidrMask: 24 },
    { type: "Public", cidrMask: 24 },
  ],
});

const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };

const shop = new LambdaVpc("shop", {
  network: { vpcId: vpc.vpcId, subnetIds: vpc.privateSubnetIds, cidrBlock: "10.0.0.0/16", interfaceEndpoints: ["sqs"] },
  sets: { internal: { endpoints: true }, database: { reach: { postgres: { port: 5432, cidr: "10.0.255.0/24" } } } },
  functions: {
    "create-order": { ...settings, set: "database" },
    "list-orders": { ...settings, set: "database" },
    "send-receipt": { ...settings, set: "internal" },
  },
});

export const { plan } = shop;
