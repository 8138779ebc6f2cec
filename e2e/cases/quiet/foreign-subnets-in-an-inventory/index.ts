import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const settings = { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code } as const;
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];

// Subnets of another team.
const vpcId = "vpc-0c0ffee0000000001";
const subnetIds = ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"];
// A destroy of the group waits for the network interfaces, and Lambda deletes them with the permissions of the role.
const group = new aws.ec2.SecurityGroup("app", { vpcId, egress }, { dependsOn: role });
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, { ...settings, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
