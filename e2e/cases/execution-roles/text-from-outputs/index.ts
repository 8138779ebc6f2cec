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

// One policy document with the ARN of a table: the whole text is unknown at the first preview.
const table = new aws.dynamodb.Table("orders", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
});
const role = new aws.iam.Role("functions", { assumeRolePolicy });
const own = new aws.iam.RolePolicy("functions", {
  role: role.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["ec2:*NetworkInterface*", "ec2:*PrivateIpAddresses"], Resource: "*" },
      { Effect: "Allow", Action: "dynamodb:PutItem", Resource: table.arn },
    ],
  }),
});
lambda("orders", role.arn, groupAfter(own));
