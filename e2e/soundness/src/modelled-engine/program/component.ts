import type { ComponentDescription, Shape, Tier } from "../../description/description";
import type { ModelledEngine, Resource } from "../engine";
import { all, elementAt, type Eventual, type Input } from "../eventual";
import type { SomeVpc } from "./handles";
import { withDependency } from "./shared-vpc-config";

const octets: Readonly<Record<Tier, number>> = { private: 0, public: 100, isolated: 200 };
const tags: Readonly<Record<Tier, string>> = { private: "Private", public: "Public", isolated: "Isolated" };

/** A component with a VPC and subnets, as e2e/test-stacks/fixtures/awsx declares it. */
export function declareComponent(engine: ModelledEngine, description: ComponentDescription): SomeVpc {
  const { name, remote, privates, publics, isolateds, shape } = description;
  const secondOctet = 100 + Number(name.replace(/\D/g, ""));
  if (remote) engine.packageProvider("awsx");
  const urn = engine.component(shape === "routed" ? "shop:network:Vpc" : "awsx:ec2:Vpc", name, {});
  const vpc = engine.resource({ type: "aws:ec2/vpc:Vpc", name, inputs: { cidrBlock: `10.${secondOctet}.0.0/16` }, parent: urn });
  const subnets = (tier: Tier, count: number): readonly Resource[] =>
    Array.from({ length: count }, (_, index) =>
      engine.resource({
        type: "aws:ec2/subnet:Subnet",
        name: `${name}-${tier}-${index + 1}`,
        inputs: {
          vpcId: vpc.id,
          cidrBlock: `10.${secondOctet}.${octets[tier] + index + 1}.0/24`,
          ...shown(tier, shape),
        },
        parent: vpc.urn,
      }),
    );
  const tiers = { private: subnets("private", privates), public: subnets("public", publics), isolated: subnets("isolated", isolateds) };
  if (shape === "routed") declareRoutes(engine, name, vpc, tiers);
  const every = all([tiers.private, tiers.public, tiers.isolated].map((tier) => tier.map(({ id }) => id)).concat([[vpc.id]]));
  const list = (index: number): Eventual => every.apply((ids) => elementAt(ids, index));
  const lists = { private: list(0), public: list(1), isolated: list(2) };
  const defaultGroup = vpc.output("defaultSecurityGroupId");
  engine.registerOutputs(urn, {
    vpcId: vpc.id,
    defaultSecurityGroupId: defaultGroup,
    privateSubnetIds: lists.private,
    publicSubnetIds: lists.public,
    isolatedSubnetIds: lists.isolated,
  });
  const output = (one: Eventual): Eventual => (remote ? withDependency(one, urn) : one);
  return {
    id: output(vpc.id),
    defaultGroup: output(defaultGroup),
    lists: { private: output(lists.private), public: output(lists.public), isolated: output(lists.isolated) },
  };
}

/** What shows the type of a subnet. */
function shown(tier: Tier, shape: Shape): Readonly<Record<string, Input>> {
  return {
    ...(tier === "public" && shape !== "routed" ? { mapPublicIpOnLaunch: true } : {}),
    ...(shape === "tagged" ? { tags: { SubnetType: tags[tier] } } : {}),
  };
}

/** Public subnets have a route to an internet gateway, private ones to a NAT gateway, isolated ones none. */
function declareRoutes(engine: ModelledEngine, name: string, vpc: Resource, tiers: Readonly<Record<Tier, readonly Resource[]>>): void {
  const make = (type: string, label: string, inputs: Readonly<Record<string, Input>>, parent = vpc.urn): Resource =>
    engine.resource({ type: `aws:ec2/${type}`, name: label, inputs, parent });
  const outside = tiers.public[0] ?? tiers.private[0];
  if (outside === undefined) throw new Error("a component has a private subnet");
  const gateway = make("internetGateway:InternetGateway", name, { vpcId: vpc.id });
  const address = make("eip:Eip", name, { domain: "vpc" });
  const nat = make("natGateway:NatGateway", name, { subnetId: outside.id, allocationId: address.id });
  const targets: Readonly<Record<Tier, Readonly<Record<string, Input>> | undefined>> = {
    public: { gatewayId: gateway.id },
    private: { natGatewayId: nat.id },
    isolated: undefined,
  };
  for (const tier of ["private", "public", "isolated"] as const)
    tiers[tier].forEach((subnet, index) => {
      const label = `${name}-${tier}-${index + 1}`;
      const table = make("routeTable:RouteTable", label, { vpcId: vpc.id }, subnet.urn);
      make("routeTableAssociation:RouteTableAssociation", label, { subnetId: subnet.id, routeTableId: table.id }, table.urn);
      const target = targets[tier];
      if (target !== undefined)
        make("route:Route", label, { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", ...target }, table.urn);
    });
}
