import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const fn = { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn } as const;
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (z, i) => new aws.ec2.Subnet(`private-${z}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${z}` }),
);

// The stack looks up what it has just created: unknown at the first preview, known after the update.
const filters = [{ name: "vpc-id", values: [vpc.id] }];
const found = aws.ec2.getSubnetsOutput({ filters }, { dependsOn: subnets });
const table = aws.ec2.getRouteTableOutput({ vpcId: vpc.id, filters: [{ name: "association.main", values: ["true"] }] });
const group = aws.ec2.getSecurityGroupOutput({ vpcId: vpc.id, name: "default" });
new aws.ec2.VpcEndpoint("s3", { vpcId: vpc.id, serviceName: "com.amazonaws.us-east-1.s3", routeTableIds: [table.id] });
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds: found.ids, securityGroupIds: [group.id] } });
