import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const fn = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const access = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const subnetIds = subnets.map((s) => s.id);
const role = new aws.iam.Role("manager", { assumeRolePolicy, managedPolicyArns: [access] });
const groups = [1, 2, 3, 4, 5, 6].map(
  (n) =>
    new aws.ec2.SecurityGroup(`target-${n}`, {
      vpcId: vpc.id,
      egress: [{ protocol: "tcp", fromPort: 2049, toPort: 2049, cidrBlocks: [`10.0.${n}.0/24`] }],
    }),
);
new aws.lambda.Function("manager", { ...fn, role: role.arn, vpcConfig: { subnetIds, securityGroupIds: groups.map((g) => g.id) } });
