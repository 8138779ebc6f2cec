import {
  applied,
  cut,
  https,
  idOf,
  lambda,
  type ReferenceList,
  resource,
  type Resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { byHand, change } from "@lambda-vpc/policy-kit";
import { outboundRoutesOfFunctionSubnets } from "./outbound-routes-of-function-subnets";

const main = vpc("main");
const [a, b] = [subnet("a", { vpc: main }), subnet("b", { vpc: main })];
const c = subnet("c", { vpc: main });
const zonal = (of: Resource) => subnet(of.name, { vpc: main, availabilityZone: `eu-west-1${of.name}` });
const open = securityGroup("open", { vpc: main, egress: [https("0.0.0.0/0")] });
const inside = securityGroup("inside", { vpc: main, egress: [https("10.0.0.0/8")] });
const elsewhere = resource("random:index/randomId:RandomId", "elsewhere");
const hidden = securityGroup("hidden", {
  vpc: main,
  egress: [{ ...https("10.0.0.0/8"), cidrBlocks: applied([elsewhere], ["10.0.0.0/8"]) }],
});

const table = (name: string, inputs = {}) => resource("aws:ec2/routeTable:RouteTable", name, { vpcId: idOf(main), ...inputs });
const associated = (name: string, of: Resource, to: Resource) =>
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", name, { subnetId: idOf(of), routeTableId: idOf(to) });
const gateway = resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: idOf(subnet("public", { vpc: main, public: true })) });
const toNat = { cidrBlock: "0.0.0.0/0", natGatewayId: idOf(gateway) };
const [bare, local, inline] = [
  table("bare"),
  table("local", { routes: [{ cidrBlock: "10.0.0.0/16", gatewayId: "local" }] }),
  table("inline", { routes: [toNat] }),
];
const route = (of: Resource, inputs = {}) =>
  resource("aws:ec2/route:Route", "out", {
    routeTableId: idOf(of),
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: idOf(gateway),
    ...inputs,
  });

const endpointIn = (of: Resource) =>
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { vpcId: idOf(of), serviceName: "com.amazonaws.us-east-1.s3" });

const orders = (subnets: ReferenceList, securityGroups: ReferenceList = [open], name = "orders") =>
  lambda(name, { subnets, securityGroups });
const adopted = resource("aws:ec2/defaultVpc:DefaultVpc", "default");

testPolicy(outboundRoutesOfFunctionSubnets, [
  {
    name: "subnets without a route table of their own: a finding, for the main table has no route out",
    stack: stack(orders([a, b]), orders([a], [open], "users")),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["2 subnets without a route out of VPC main (a, b), used by 2 functions (orders, users)."],
      },
    ],
  },
  {
    name: "a table without a route out: a finding",
    stack: stack(orders([a]), associated("one", a, bare)),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["1 subnet without a route out of VPC main (a)", "Their groups allow the internet, but calls time out"],
      },
    ],
  },
  {
    name: "a table with a local route only: a finding",
    stack: stack(orders([a]), associated("one", a, local)),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["1 subnet", "Add a route to a NAT gateway or VPC endpoints, or limit the egress rules to the VPC. By hand: "],
        fix: byHand(
          "add a route to a NAT gateway or VPC endpoints, or limit the egress rules to the VPC",
          "the program does not show what the functions call",
        ),
      },
    ],
  },
  {
    name: "a table with an inline route to a NAT gateway: no finding",
    stack: stack(orders([a]), associated("one", a, inline)),
    finds: [],
  },
  {
    name: "a table with a separate route: no finding",
    stack: stack(orders([a]), associated("one", a, bare), route(bare)),
    finds: [],
  },
  {
    name: "a subnet without a route, in a VPC with two that have one: these are advised",
    stack: stack(
      orders([c]),
      [a, b].map((of) => zonal(of)),
      associated("one", zonal(a), inline),
      associated("two", zonal(b), inline),
    ),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: ["Set subnetIds to [a, b] in orders."],
        fix: change([{ step: "set-vpc-config", functions: [urnOf(orders([c]))], subnets: [a, b].map(urnOf) }]),
      },
    ],
  },
  {
    name: "a subnet that was not associated: a finding about it alone",
    stack: stack(orders([a, b]), associated("one", a, inline)),
    finds: [{ verdict: "violation", about: main, says: ["1 subnet without a route out of VPC main (b)"] }],
  },
  {
    name: "a route of the main table: no finding for a subnet without a table",
    stack: stack(
      orders([a]),
      resource("aws:ec2/route:Route", "out", { routeTableId: applied([main], "rtb-main"), natGatewayId: idOf(gateway) }),
    ),
    finds: [],
  },
  {
    name: "a table that is made the main table: no finding",
    stack: stack(
      orders([a]),
      resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", { vpcId: idOf(main), routeTableId: idOf(inline) }),
    ),
    finds: [],
  },
  {
    name: "routes of a virtual private gateway: no finding",
    stack: stack(
      orders([a]),
      associated("one", a, bare),
      resource("aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation", "vpn", { vpnGatewayId: "vgw-1", routeTableId: idOf(bare) }),
    ),
    finds: [],
  },
  {
    name: "an endpoint in another VPC: the finding stays",
    stack: stack(orders([a]), endpointIn(vpc("other"))),
    finds: [{ verdict: "violation", about: main, says: ["1 subnet"] }],
  },
  { name: "a VPC with an endpoint: no finding", stack: stack(orders([a]), endpointIn(main)), finds: [] },
  {
    name: "a VPC in a service network: no finding",
    stack: stack(
      orders([a]),
      resource("aws:vpclattice/serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation", "lattice", { vpcIdentifier: idOf(main) }),
    ),
    finds: [],
  },
  { name: "groups that allow the VPC only: no finding", stack: stack(orders([a], [inside])), finds: [] },
  {
    name: "groups whose ranges are unknown: undecided",
    stack: stack(orders([a], [hidden])),
    finds: [
      {
        verdict: "undecided",
        about: main,
        level: "advisory",
        says: ["subnets of VPC main may have no route out of it", "some rules of the security group are unknown"],
      },
    ],
  },
  {
    name: "an association of one of two subnets: undecided",
    stack: stack(
      orders([a]),
      resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "one", {
        subnetId: applied([a, b], idOf(a)),
        routeTableId: idOf(inline),
      }),
    ),
    finds: [{ verdict: "undecided", about: main, says: ["which route table a subnet has"] }],
  },
  {
    name: "a list cut by an apply out of subnets without a route: a finding, whatever it turns out to be",
    stack: stack(orders(cut([a, b]))),
    finds: [{ verdict: "violation", about: main, says: ["1 to 2 subnets", "without a route out of VPC main (a, b)"] }],
  },
  {
    name: "a list cut by an apply, of which one has a route: undecided",
    stack: stack(orders(cut([a, b], [b])), associated("one", b, inline)),
    finds: [{ verdict: "undecided", about: main, says: ["the whole list is unknown"] }],
  },
  {
    name: "subnets of another stack: no finding",
    stack: stack(lambda("orders", { subnets: ["subnet-1"], securityGroups: [open] })),
    finds: [],
  },
  {
    name: "a VPC of another stack: no finding, for its main table may have a route",
    stack: stack(orders([subnet("foreign", { vpc: "vpc-1" })], [securityGroup("foreign", { vpc: "vpc-1", egress: [https("0.0.0.0/0")] })])),
    finds: [],
  },
  {
    name: "the default VPC: no finding, for it has an internet gateway",
    stack: stack(orders([subnet("d", { vpc: adopted })], [securityGroup("d", { vpc: adopted, egress: [https("0.0.0.0/0")] })])),
    finds: [],
  },
]);
