import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A component as a team writes it: it tags nothing, so only the routes of its subnets differ. */
class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly insideIds: pulumi.Output<string[]>;

  constructor(name: string) {
    super("shop:index:Network", name);
    const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/16" }, { parent: this });
    const gateway = new aws.ec2.InternetGateway(name, { vpcId: vpc.id }, { parent: this });
    const open = new aws.ec2.RouteTable(
      `${name}-open`,
      { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }] },
      { parent: this },
    );
    const closed = new aws.ec2.RouteTable(`${name}-closed`, { vpcId: vpc.id }, { parent: this });
    const subnets = ["edge", "inside"].flatMap((kind, row) =>
      ["a", "b"].map((zone, index) => {
        const subnet = new aws.ec2.Subnet(
          `${name}-${kind}-${zone}`,
          { vpcId: vpc.id, cidrBlock: `10.0.${2 * row + index}.0/24`, availabilityZone: `us-east-1${zone}` },
          { parent: this },
        );
        const routeTableId = kind === "edge" ? open.id : closed.id;
        new aws.ec2.RouteTableAssociation(`${name}-${kind}-${zone}`, { subnetId: subnet.id, routeTableId }, { parent: subnet });
        return { kind, id: subnet.id };
      }),
    );
    this.vpcId = vpc.id;
    this.insideIds = pulumi.output(subnets).apply((all) => all.filter(({ kind }) => kind === "inside").map(({ id }) => id));
    this.registerOutputs({ vpcId: this.vpcId, insideIds: this.insideIds });
  }
}

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});

const network = new Network("shop");
const group = new aws.ec2.SecurityGroup("functions", {
  vpcId: network.vpcId,
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }],
});
new aws.lambda.Function("orders", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code,
  vpcConfig: { subnetIds: network.insideIds, securityGroupIds: [group.id] },
});
