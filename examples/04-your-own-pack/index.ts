import { SharedVpcConfig } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
// The functions keep their data in DynamoDB.
new aws.ec2.VpcEndpoint("dynamodb", {
  vpcId: vpc.id,
  serviceName: "com.amazonaws.us-east-1.dynamodb",
  routeTableIds: [vpc.mainRouteTableId],
});

const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const permissions = new aws.iam.RolePolicyAttachment("network", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
});

// On destroy, its group waits until Lambda has deleted the ENIs. Lambda needs the permissions until then.
const https = new SharedVpcConfig(
  "https",
  {
    vpcId: vpc.id,
    subnetIds: subnets.map((subnet) => subnet.id),
    egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
  },
  { dependsOn: permissions },
);

const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});

for (const name of ["orders", "users", "stock"]) {
  new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig: https.vpcConfig });
}
