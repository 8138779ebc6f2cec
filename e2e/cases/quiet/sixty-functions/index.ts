import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);

// A stack that grew for years: six teams, each with its own outbound rules, and a role, an attachment and a group for each function.
const teams = ["billing", "catalog", "checkout", "search", "shipping", "support"];
teams.forEach((team, index) => {
  const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [`10.${index + 1}.0.0/16`] }];
  for (let number = 1; number <= 10; number += 1) {
    const name = `${team}-${number}`;
    const role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy });
    new aws.iam.RolePolicyAttachment(`${name}-vpc`, {
      role: role.name,
      policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
    });
    const group = new aws.ec2.SecurityGroup(`${name}-group`, { vpcId: vpc.id, egress });
    new aws.lambda.Function(name, {
      ...{ runtime: "nodejs22.x", handler: "index.handler", code, publish: number % 3 === 0 },
      ...{ role: role.arn, vpcConfig: { subnetIds, securityGroupIds: [group.id] } },
    });
  }
});
