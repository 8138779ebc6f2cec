import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The resources and outputs of awsx.ec2.Vpc: its lists of subnets are one output each, and depend on all of them. */
class Vpc extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly privateSubnetIds: pulumi.Output<string[]>;
  readonly publicSubnetIds: pulumi.Output<string[]>;

  constructor(name: string) {
    super("awsx:ec2:Vpc", name);
    const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/16" }, { parent: this });
    const gateway = new aws.ec2.InternetGateway(name, { vpcId: vpc.id }, { parent: vpc });
    const subnets = ["a", "b", "c"].flatMap((zone, index) =>
      (["private", "public"] as const).map((kind) => {
        const subnet = new aws.ec2.Subnet(
          `${name}-${kind}-${index + 1}`,
          {
            vpcId: vpc.id,
            cidrBlock: kind === "private" ? `10.0.${64 * index}.0/19` : `10.0.${64 * index + 32}.0/20`,
            availabilityZone: `us-east-1${zone}`,
            mapPublicIpOnLaunch: kind === "public",
            tags: { SubnetType: kind === "public" ? "Public" : "Private" },
          },
          { parent: vpc },
        );
        const table = new aws.ec2.RouteTable(`${name}-${kind}-${index + 1}`, { vpcId: vpc.id }, { parent: subnet });
        new aws.ec2.RouteTableAssociation(
          `${name}-${kind}-${index + 1}`,
          { subnetId: subnet.id, routeTableId: table.id },
          { parent: table },
        );
        const route = { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0" };
        if (kind === "public") new aws.ec2.Route(`${name}-${kind}-${index + 1}`, { ...route, gatewayId: gateway.id }, { parent: table });
        return { kind, id: subnet.id };
      }),
    );
    const all = pulumi.output(subnets);
    const listOf = (kind: string) => all.apply((made) => made.filter((one) => one.kind === kind).map(({ id }) => id));
    this.vpcId = vpc.id;
    this.privateSubnetIds = listOf("private");
    this.publicSubnetIds = listOf("public");
    this.registerOutputs({ vpcId: this.vpcId, privateSubnetIds: this.privateSubnetIds, publicSubnetIds: this.publicSubnetIds });
  }
}

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

const vpc = new Vpc("main");
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: vpc.vpcId,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});

// A preview does not show that the two lists are different ones.
for (const [name, subnetIds] of [
  ["orders", vpc.privateSubnetIds],
  ["site", vpc.publicSubnetIds],
] as const)
  new aws.lambda.Function(name, {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });
