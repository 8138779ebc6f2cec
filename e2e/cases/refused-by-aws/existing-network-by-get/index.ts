import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];

const vpc = aws.ec2.Vpc.get("shared", "vpc-0c0ffee0000000001");
const subnets = ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"].map((id) => aws.ec2.Subnet.get(id, id));
const known = aws.ec2.SecurityGroup.get("shared", "sg-0c0000000000000c3");
const own = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id, egress });
new aws.lambda.Function("orders", {
  ...settings,
  role: role.arn,
  vpcConfig: { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [known.id, own.id] },
});
