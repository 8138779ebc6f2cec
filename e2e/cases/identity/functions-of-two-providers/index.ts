import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const [a, b, c, d] = ["a", "b", "c", "d"].map(
  (name, index) =>
    new aws.ec2.Subnet(`private-${name}`, {
      vpcId: vpc.id,
      cidrBlock: `10.0.${index}.0/24`,
      availabilityZone: `us-east-1${index % 2 === 0 ? "a" : "b"}`,
    }).id,
);
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});

// Only the tags of this provider differ, so its functions share ENIs with the others.
const tagged = new aws.Provider("tagged", { defaultTags: { tags: { team: "search" } } });

const use = (name: string, subnetIds: pulumi.Input<string>[], provider?: aws.Provider) =>
  new aws.lambda.Function(
    name,
    { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig: { subnetIds, securityGroupIds: [group.id] } },
    { provider },
  );
use("orders", [a, b]);
use("users", [a, b]);
use("search", [c, d], tagged);
