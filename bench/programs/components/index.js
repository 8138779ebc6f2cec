const { Network, SharedVpcConfig, VpcFunction } = require("@lambda-vpc/components");
const pulumi = require("@pulumi/pulumi");

const network = new Network("main", {
  cidrBlock: "10.0.0.0/16",
  zones: ["us-east-1a", "us-east-1b"],
  capacity: { functions: 1000, sets: 1 },
});
const reach = { https: { port: 443, cidr: "0.0.0.0/0" } };
const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: network.vpcId, subnetIds: network.subnetIds, reach });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });

for (let n = 0; n < Number(process.env.FUNCTIONS); n++)
  new VpcFunction(`function-${n}`, { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });
