import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const vpcId = "vpc-0c0ffee0000000001";

// The group is given, the subnets are in the stack: each of them waits for its ENI, and depends on what Lambda needs until then.
const role = new aws.iam.Role("worker", { assumeRolePolicy });
const access = new aws.iam.RolePolicyAttachment("worker", { role: role.name, policyArn });
const own = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(
      `workers-${zone}`,
      { vpcId, cidrBlock: `10.0.${8 + index}.0/24`, availabilityZone: `us-east-1${zone}` },
      { dependsOn: access },
    ).id,
);
const vpcConfig = { subnetIds: own, securityGroupIds: ["sg-0c0000000000000c3"] };
new aws.lambda.Function("worker", { ...settings, role: role.arn, vpcConfig });
