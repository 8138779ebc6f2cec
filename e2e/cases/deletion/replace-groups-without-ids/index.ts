import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
const vpcId = "vpc-0c0ffee0000000001";
const subnetIds = ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"];

// Without replacementSecurityGroupIds the provider uses the default group of the VPC. The role is in another stack.
const role = "arn:aws:iam::123456789012:role/kept";
const group = new aws.ec2.SecurityGroup("worker", { vpcId, egress });
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
new aws.lambda.Function("worker", { ...settings, role, vpcConfig, replaceSecurityGroupsOnDestroy: true });
