import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const fn = { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn } as const;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true });
/** The part of the VPC's IPv6 range with this number. */
const part = (number: number) => vpc.ipv6CidrBlock.apply((range) => range.replace("00::/56", `0${number}::/64`));
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.id,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] }],
});

// Instances use IPv6-only subnets. Functions use dual-stack subnets next to them.
for (const [i, z] of ["a", "b"].entries())
  new aws.ec2.Subnet(`instances-${z}`, {
    vpcId: vpc.id,
    availabilityZone: `us-east-1${z}`,
    ipv6Native: true,
    assignIpv6AddressOnCreation: true,
    ipv6CidrBlock: part(i),
  });
const subnets = ["a", "b"].map(
  (z, i) =>
    new aws.ec2.Subnet(`functions-${z}`, {
      vpcId: vpc.id,
      availabilityZone: `us-east-1${z}`,
      cidrBlock: `10.0.${i}.0/24`,
      ipv6CidrBlock: part(2 + i),
    }),
);
const subnetIds = subnets.map((subnet) => subnet.id);
new aws.lambda.Function("orders", {
  ...fn,
  vpcConfig: { subnetIds, securityGroupIds: [group.id], ipv6AllowedForDualStack: true },
});
