import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// STEP=2 changes the description of the group, which replaces it. STEP=3 does so after the name is gone.
const step = process.env["STEP"] ?? "1";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const role = new aws.iam.Role("api", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const group = new aws.ec2.SecurityGroup("api", {
  ...(step === "3" ? {} : { name: "api-functions" }),
  description: step === "1" ? "functions of the API" : "functions of the public API",
  vpcId: vpc.id,
  egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
});
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") }),
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });
