import { FunctionRole, SharedVpcConfig, VersionTrimmer, VpcFunction } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// STEP=2 moves the function to another group and deletes the first one. The version before still uses it.
const step = process.env["STEP"] ?? "1";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }];
const executionRole = new FunctionRole("orders", {});
const vpcConfig = new SharedVpcConfig(step === "1" ? "before" : "after", { vpcId: vpc.id, subnetIds, egress, roles: [executionRole] });
new VpcFunction("orders", {
  runtime: "nodejs22.x",
  handler: "index.handler",
  publish: true,
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(`exports.handler = async () => ${step}`) }),
  vpcConfig,
  executionRole,
  trimming: { trimmer: new VersionTrimmer("trimmer", {}), keep: 2 },
});
