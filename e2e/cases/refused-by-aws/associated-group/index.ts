import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, i) => new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${zone}` }),
);

// A platform team's group is created in its VPC, and associated with the VPC of each team.
const platform = new aws.ec2.Vpc("platform", { cidrBlock: "10.1.0.0/16" });
const outbound = new aws.ec2.SecurityGroup("outbound", { vpcId: platform.id, egress });
const association = new aws.vpc.SecurityGroupVpcAssociation("outbound-in-main", { securityGroupId: outbound.id, vpcId: vpc.id });
new aws.lambda.Function(
  "orders",
  { ...settings, role: role.arn, vpcConfig: { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [outbound.id] } },
  { dependsOn: association },
);
