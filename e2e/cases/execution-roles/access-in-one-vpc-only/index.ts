import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const groupAfter = (...dependsOn: pulumi.Resource[]) => new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress }, { dependsOn });
const lambda = (name: string, role: pulumi.Input<string>, group: aws.ec2.SecurityGroup) =>
  new aws.lambda.Function(name, {
    role,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });

// The grant holds under a condition that no preview can evaluate.
const role = new aws.iam.Role("functions", { assumeRolePolicy });
const own = new aws.iam.RolePolicy("functions", {
  role: role.id,
  policy: {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: "ec2:DescribeNetworkInterfaces", Resource: "*" },
      {
        Effect: "Allow",
        Action: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:*PrivateIpAddresses"],
        Resource: "*",
        Condition: { ArnEqualsIfExists: { "ec2:Vpc": "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-0c0ffee0000000001" } },
      },
    ],
  },
});
lambda("orders", role.arn, groupAfter(own));
