import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// STEP=2 moves the subnet to another zone with the same range, which replaces it. STEP=3 adds a subnet with another range and moves the function.
const step = process.env["STEP"] ?? "1";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const first = new aws.ec2.Subnet(
  "functions",
  { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: step === "2" ? "us-east-1b" : "us-east-1a" },
  { deleteBeforeReplace: true },
);
const subnet =
  step === "3" ? new aws.ec2.Subnet("moved", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" }) : first;
const other = new aws.ec2.Subnet("other", { vpcId: vpc.id, cidrBlock: "10.0.2.0/24", availabilityZone: "us-east-1c" });
const role = new aws.iam.Role("jobs", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const group = new aws.ec2.SecurityGroup("jobs", {
  vpcId: vpc.id,
  egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
});
new aws.lambda.Function("worker", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") }),
  vpcConfig: { subnetIds: [subnet.id, other.id], securityGroupIds: [group.id] },
});
