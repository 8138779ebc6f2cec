import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const settings = { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code } as const;
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

/** The VPC that the platform team hands out, for functions and for everything else. */
class Platform extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly subnetIds: readonly pulumi.Output<string>[];

  constructor(name: string) {
    super("acme:index:Platform", name);
    const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/16" }, { parent: this });
    this.vpcId = vpc.id;
    this.subnetIds = ["a", "b"].map(
      (zone, index) =>
        new aws.ec2.Subnet(
          `${name}-${zone}`,
          { vpcId: vpc.id, cidrBlock: `10.0.${64 * index}.0/18`, availabilityZone: `us-east-1${zone}` },
          { parent: vpc },
        ).id,
    );
    this.registerOutputs({ vpcId: this.vpcId, subnetIds: this.subnetIds });
  }
}

const platform = new Platform("main");
const subnetIds = [...platform.subnetIds];
const group = new aws.ec2.SecurityGroup("app", { vpcId: platform.vpcId, egress });
for (const name of ["orders", "users"])
  new aws.lambda.Function(name, { ...settings, vpcConfig: { subnetIds, securityGroupIds: [group.id] } });
