import { FunctionRole, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

// STEP=2 removes the last function of a shared configuration that stays, in a VPC of another stack.
const roles = process.env["STEP"] === "2" ? [] : [new FunctionRole("worker", {})];
const vpcConfig = new SharedVpcConfig("jobs", {
  vpcId: "vpc-0c0ffee0000000001",
  subnetIds: ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"],
  reach: { https: { port: 443, cidr: "10.0.0.0/16" } },
  roles,
});
for (const executionRole of roles)
  new VpcFunction("worker", {
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") }),
    vpcConfig,
    executionRole,
  });
