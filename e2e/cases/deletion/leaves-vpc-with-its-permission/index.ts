import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// STEP=2 removes vpcConfig and the permission together. The group stays, so nothing waits for the ENIs.
const inVpc = process.env["STEP"] !== "2";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }];
const role = new aws.iam.Role("worker", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole],
});
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const access = inVpc ? [new aws.iam.RolePolicyAttachment("access", { role: role.name, policyArn })] : [];
const group = new aws.ec2.SecurityGroup("worker", { vpcId: vpc.id, egress }, { dependsOn: access });
new aws.lambda.Function("worker", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") }),
  ...(inVpc ? { vpcConfig: { subnetIds, securityGroupIds: [group.id] } } : {}),
});
