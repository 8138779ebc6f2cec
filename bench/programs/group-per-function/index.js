const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b", "c"].map(
  (zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: `10.0.${index * 64}.0/18`, availabilityZone: `us-east-1${zone}` }),
);
const role = new aws.iam.Role("functions", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });

for (let n = 0; n < Number(process.env.FUNCTIONS); n++) {
  const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443 + (n % 3), cidrBlocks: ["0.0.0.0/0"] }];
  const group = new aws.ec2.SecurityGroup(`group-${n}`, { vpcId: vpc.id, egress });
  const vpcConfig = { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [group.id] };
  new aws.lambda.Function(`function-${n}`, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });
}
