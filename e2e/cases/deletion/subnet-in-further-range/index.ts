import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// The subnets are in a further range of the VPC. With ORDERED=1 they take the VPC id from its association, and are created after it.
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "192.168.0.0/16" });
const group = new aws.ec2.SecurityGroup("worker", { vpcId: vpc.id, egress });
// AWS associates a range in seconds. Here it waits for another resource, so that the subnets come first on any machine.
const further = new aws.ec2.VpcIpv4CidrBlockAssociation(
  "further",
  { vpcId: vpc.id, cidrBlock: "100.64.0.0/16" },
  { dependsOn: process.env["ORDERED"] === "1" ? [] : group },
);
const vpcId = process.env["ORDERED"] === "1" ? further.vpcId : vpc.id;
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId, cidrBlock: `100.64.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const role = new aws.iam.Role("worker", {
  assumeRolePolicy,
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
new aws.lambda.Function("worker", { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn, vpcConfig });
