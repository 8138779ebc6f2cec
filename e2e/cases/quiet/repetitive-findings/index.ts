import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const fn = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);
const subnetIds = subnets.map((s) => s.id);
const all = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

// As many companies' components do: each function brings its role, attachment, group and rules.
const names = ["orders", "users", "stock", "mails", "audit", "search", "cart", "prices", "taxes", "returns", "reviews", "reports"];
for (const name of names) {
  const role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy });
  new aws.iam.RolePolicyAttachment(`${name}-vpc`, { role: role.name, policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole });
  const group = new aws.ec2.SecurityGroup(`${name}-group`, { vpcId: vpc.id, ingress: all, egress: all });
  new aws.lambda.Function(name, { ...fn, role: role.arn, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
}
