import * as aws from "@pulumi/aws";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress });
new aws.lambda.CallbackFunction("orders", {
  callback: async () => ({}),
  policies: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
  vpcConfig: { subnetIds, securityGroupIds: [group.id] },
});
