import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What `index.ts` gives it, in awsx's words. */
interface VpcArgs {
  readonly availabilityZoneNames: readonly string[];
  readonly subnetSpecs: readonly { readonly type: "Private" | "Public"; readonly cidrMask: 24 }[];
}

/**
 * `awsx.ec2.Vpc` as other resources meet it: subnets that are its grandchildren, and for each kind of them one list of ids that is an output as a
 * whole and depends on all. A first preview knows neither the ids nor how many there are.
 */
class Vpc extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly privateSubnetIds: pulumi.Output<string[]>;
  readonly publicSubnetIds: pulumi.Output<string[]>;

  constructor(name: string, { availabilityZoneNames, subnetSpecs }: VpcArgs) {
    super("awsx:ec2:Vpc", name);
    const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true }, { parent: this });
    const subnets = availabilityZoneNames.flatMap((availabilityZone, zone) =>
      subnetSpecs.map(({ type, cidrMask }, index) => {
        const place = { vpcId: vpc.id, availabilityZone, cidrBlock: `10.0.${64 * zone + index}.0/${cidrMask}` };
        const subnetName = `${name}-${type.toLowerCase()}-${zone + 1}`;
        return { type, subnet: new aws.ec2.Subnet(subnetName, { ...place, mapPublicIpOnLaunch: type === "Public" }, { parent: vpc }) };
      }),
    );
    const all = pulumi.all(subnets.map(({ type, subnet }) => ({ type, id: subnet.id })));
    const idsOf = (wanted: "Private" | "Public") => all.apply((made) => made.filter(({ type }) => type === wanted).map(({ id }) => id));
    this.vpcId = vpc.id;
    this.privateSubnetIds = idsOf("Private");
    this.publicSubnetIds = idsOf("Public");
    this.registerOutputs({ vpcId: this.vpcId, privateSubnetIds: this.privateSubnetIds, publicSubnetIds: this.publicSubnetIds });
  }
}

export const ec2 = { Vpc };
