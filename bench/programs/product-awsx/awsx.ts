import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

type Kind = "Private" | "Public" | "Isolated";

interface VpcArgs {
  readonly cidrBlock: string;
  readonly availabilityZoneNames: readonly string[];
  readonly natGateways: { readonly strategy: string };
  readonly subnetSpecs: readonly { readonly type: Kind; readonly cidrMask: 24 | 28 }[];
  readonly vpcEndpointSpecs: readonly { readonly serviceName: string }[];
}

/**
 * The resources of `awsx.ec2.Vpc` with these arguments, which are of awsx 3: subnets with a route table each, NAT gateways, and endpoints. Ranges
 * are divided by zone. Its lines are not counted: users of awsx do not write them.
 */
class Vpc extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly privateSubnetIds: pulumi.Output<string[]>;
  readonly isolatedSubnetIds: pulumi.Output<string[]>;

  constructor(name: string, args: VpcArgs) {
    super("awsx:ec2:Vpc", name);
    const vpc = new aws.ec2.Vpc(name, { cidrBlock: args.cidrBlock, enableDnsHostnames: true }, { parent: this });
    const child = { parent: vpc };
    const gateway = new aws.ec2.InternetGateway(name, { vpcId: vpc.id }, child);
    const prefix = args.cidrBlock.split(".").slice(0, 2).join(".");
    const subnets = args.availabilityZoneNames.flatMap((availabilityZone, zone) =>
      args.subnetSpecs.map(({ type, cidrMask }, index) => {
        const subnetName = `${name}-${type.toLowerCase()}-${zone + 1}`;
        const cidrBlock = `${prefix}.${64 * zone + index}.0/${cidrMask}`;
        const subnet = new aws.ec2.Subnet(
          subnetName,
          { vpcId: vpc.id, availabilityZone, cidrBlock, mapPublicIpOnLaunch: type === "Public" },
          child,
        );
        const table = new aws.ec2.RouteTable(subnetName, { vpcId: vpc.id }, { parent: subnet });
        new aws.ec2.RouteTableAssociation(subnetName, { subnetId: subnet.id, routeTableId: table.id }, { parent: table });
        return { type, zone, subnetName, subnet, table };
      }),
    );
    const toInternet = { destinationCidrBlock: "0.0.0.0/0" };
    const nats = subnets
      .filter(({ type, zone }) => type === "Public" && (zone === 0 || args.natGateways.strategy === "OnePerAz"))
      .map(({ zone, subnet }) => {
        const { allocationId } = new aws.ec2.Eip(`${name}-${zone + 1}`, { domain: "vpc" }, child);
        return new aws.ec2.NatGateway(`${name}-${zone + 1}`, { subnetId: subnet.id, allocationId }, child).id;
      });
    for (const { type, zone, subnetName, table } of subnets) {
      const target = type === "Public" ? { gatewayId: gateway.id } : { natGatewayId: nats[zone] ?? nats[0] };
      if (type !== "Isolated") new aws.ec2.Route(subnetName, { routeTableId: table.id, ...toInternet, ...target }, { parent: table });
    }
    const routeTableIds = subnets.map(({ table }) => table.id);
    for (const { serviceName } of args.vpcEndpointSpecs)
      new aws.ec2.VpcEndpoint(
        `${name}-${serviceName.split(".").at(-1)}`,
        { vpcId: vpc.id, serviceName, vpcEndpointType: "Gateway", routeTableIds },
        child,
      );
    const all = pulumi.all(subnets.map(({ type, subnet }) => ({ type, id: subnet.id })));
    const idsOf = (wanted: Kind) => all.apply((made) => made.filter(({ type }) => type === wanted).map(({ id }) => id));
    this.vpcId = vpc.id;
    this.privateSubnetIds = idsOf("Private");
    this.isolatedSubnetIds = idsOf("Isolated");
    this.registerOutputs({ vpcId: this.vpcId, privateSubnetIds: this.privateSubnetIds, isolatedSubnetIds: this.isolatedSubnetIds });
  }
}

export const ec2 = { Vpc };
