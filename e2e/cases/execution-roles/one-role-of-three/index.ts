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

// A role for each function. The third was copied from a function outside of the VPC.
const { AWSLambdaBasicExecutionRole, AWSLambdaVPCAccessExecutionRole, AmazonSQSFullAccess } = aws.iam.ManagedPolicy;
const policies = { orders: [AWSLambdaVPCAccessExecutionRole], users: [AWSLambdaVPCAccessExecutionRole, AmazonSQSFullAccess] };
const copied = { stock: [AWSLambdaBasicExecutionRole, AmazonSQSFullAccess] };
const roles = Object.entries({ ...policies, ...copied }).map(([name, arns]) => ({
  name,
  role: new aws.iam.Role(name, { assumeRolePolicy, managedPolicyArns: arns }),
}));
const group = groupAfter(...roles.map(({ role }) => role));
for (const { name, role } of roles) lambda(name, role.arn, group);
