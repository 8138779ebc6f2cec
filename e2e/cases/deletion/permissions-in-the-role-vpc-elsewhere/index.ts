import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const vpcId = "vpc-0c0ffee0000000001";
const subnetIds = ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"];

// The same role with a group in a VPC of another stack: role and group depend on nothing, so a destroy deletes them together.
const role = new aws.iam.Role("api", { assumeRolePolicy, managedPolicyArns: [policyArn] });
const group = new aws.ec2.SecurityGroup("api", { vpcId, egress });
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
for (const name of ["orders", "users"]) new aws.lambda.Function(name, { ...settings, role: role.arn, vpcConfig });
