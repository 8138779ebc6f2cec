import { applied, component, idOf, type Output, type Resource, resource } from "@lambda-vpc/sources/testing";
import { idOfReference, type Reference } from "./references";

/** A VPC resource and its subnets. */
export interface Vpc extends Resource {
  readonly subnets: readonly Resource[];
}

export interface VpcOptions {
  /** How many private subnets, or their names. The subnets of `main` are called `main-0`, `main-1` and so on. */
  readonly subnets?: number | readonly string[];
  readonly parent?: Resource;
}

/** An `aws.ec2.Vpc` with its subnets. */
export function vpc(name: string, { subnets = 0, parent }: VpcOptions = {}): Vpc {
  const made = resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16" }, parent);
  const names = typeof subnets === "number" ? Array.from({ length: subnets }, (_, index) => `${name}-${index}`) : subnets;
  return Object.assign(made, { subnets: names.map((called, index) => subnet(called, { vpc: made, cidrBlock: `10.0.${index}.0/24` })) });
}

export interface SubnetOptions {
  readonly vpc: Reference;
  readonly cidrBlock?: string;
  readonly availabilityZone?: string;
  /** Whether what starts in it gets a public address. */
  readonly public?: boolean;
  readonly parent?: Resource;
}

/** An `aws.ec2.Subnet`. */
export function subnet(name: string, options: SubnetOptions): Resource {
  const { vpc, cidrBlock = "10.0.255.0/24", availabilityZone, parent } = options;
  const inputs = {
    vpcId: idOfReference(vpc),
    cidrBlock,
    ...(availabilityZone === undefined ? {} : { availabilityZone }),
    ...(options.public === true ? { mapPublicIpOnLaunch: true } : {}),
  };
  return resource("aws:ec2/subnet:Subnet", name, inputs, parent);
}

/** An `awsx.ec2.Vpc`: its lists are outputs that depend on all it made. */
export interface AwsxVpc extends Resource {
  readonly vpc: Resource;
  readonly privateSubnets: readonly Resource[];
  readonly publicSubnets: readonly Resource[];
  /** The output `privateSubnetIds`: unknown as a whole until deployed. */
  readonly privateSubnetIds: Output;
}

/** An `awsx.ec2.Vpc` of so many zones: one private and one public subnet in each. */
export function awsxVpc(name: string, { zones }: { readonly zones: number }): AwsxVpc {
  const made = component("awsx:ec2:Vpc", name);
  const inner = resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16" }, made);
  const kind = (called: "private" | "public"): readonly Resource[] =>
    Array.from({ length: zones }, (_, zone) =>
      subnet(`${name}-${called}-${zone + 1}`, { vpc: inner, public: called === "public", parent: inner }),
    );
  const [privateSubnets, publicSubnets] = [kind("private"), kind("public")];
  const everything = [made, inner, ...privateSubnets, ...publicSubnets];
  const privateSubnetIds = applied(everything, privateSubnets.map(idOf));
  return Object.assign(made, { vpc: inner, privateSubnets, publicSubnets, privateSubnetIds, registered: () => ({ privateSubnetIds }) });
}
