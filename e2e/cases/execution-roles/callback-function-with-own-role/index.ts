import * as aws from "@pulumi/aws";

const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

// What the packs advise for callback functions.
const role = new aws.iam.Role("orders", { assumeRolePolicy });
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const access = new aws.iam.RolePolicyAttachment("orders", { role: role.name, policyArn });
const group = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id, egress }, { dependsOn: access });
new aws.lambda.CallbackFunction("orders", {
  callback: async () => ({}),
  role,
  vpcConfig: { subnetIds, securityGroupIds: [group.id] },
});
