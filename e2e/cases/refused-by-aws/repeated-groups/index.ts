import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, i) => new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${zone}` }),
);

// Each feature adds the groups that it needs. Two features need the database.
const groupFor = (name: string, port: number) =>
  new aws.ec2.SecurityGroup(name, {
    vpcId: vpc.id,
    egress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["10.0.0.0/16"] }],
  });
const [database, cache, queue] = [groupFor("database", 5432), groupFor("cache", 6379), groupFor("queue", 5671)];
const features = { orders: [database, queue], search: [database, cache], reports: [database, cache] };
new aws.lambda.Function("shop", {
  ...settings,
  role: role.arn,
  vpcConfig: {
    subnetIds: subnets.map((subnet) => subnet.id),
    securityGroupIds: Object.values(features).flatMap((groups) => groups.map((group) => group.id)),
  },
});
