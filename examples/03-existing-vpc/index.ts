import { SharedVpcConfig } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// A VPC that another team made. One subnet is known by its id alone, the other is looked up.
const vpcId = "vpc-0c0ffee0000000001";
const byId = "subnet-0a0000000000000a1";
const lookedUp = aws.ec2.Subnet.get("private-b", "subnet-0b0000000000000b2");

const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const permissions = new aws.iam.RolePolicyAttachment("network", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
});

const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
// On destroy, their groups wait until Lambda has deleted the ENIs. Lambda needs the permissions until then.
const internet = new SharedVpcConfig("internet", { vpcId, subnetIds: [byId, lookedUp.id], egress }, { dependsOn: permissions });
const database = new SharedVpcConfig(
  "database",
  {
    vpcId,
    subnetIds: [byId, lookedUp.id],
    egress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["10.0.0.0/16"] }],
  },
  { dependsOn: permissions },
);

const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const functions = { orders: database, users: database, emails: internet, webhooks: internet };

for (const [name, { vpcConfig }] of Object.entries(functions))
  new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });
