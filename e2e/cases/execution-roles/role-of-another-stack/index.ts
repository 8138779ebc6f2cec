import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const groupAfter = (...dependsOn: pulumi.Resource[]) => new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress }, { dependsOn });
const lambda = (name: string, role: pulumi.Input<string>, group: aws.ec2.SecurityGroup) =>
  new aws.lambda.Function(name, {
    role,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });

// The roles are in a stack of the security team, under a path. One of them gets AWS's policy here.
const role = (name: string) => `arn:aws:iam::123456789012:role/teams/shop/${name}`;
const group = groupAfter();
lambda("orders", role("orders"), group);
lambda("users", role("users"), group);
