import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

// STEP=2 moves the function to a new VPC, but its group stays in the old one.
const network = (name: string, second: number) => {
  const vpc = new aws.ec2.Vpc(name, { cidrBlock: `10.${second}.0.0/16` });
  const subnets = ["a", "b"].map(
    (zone, i) =>
      new aws.ec2.Subnet(`${name}-${zone}`, { vpcId: vpc.id, cidrBlock: `10.${second}.${i}.0/24`, availabilityZone: `us-east-1${zone}` }),
  );
  return { vpc, subnetIds: subnets.map((subnet) => subnet.id) };
};
const first = network("first", 0);
const current = process.env["STEP"] === "2" ? network("second", 1) : first;
const group = new aws.ec2.SecurityGroup("orders", { vpcId: first.vpc.id, egress });
new aws.lambda.Function("orders", {
  ...settings,
  role: role.arn,
  vpcConfig: { subnetIds: current.subnetIds, securityGroupIds: [group.id] },
});
