import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [open, closed] = [subnet("open", main), subnet("closed", main)];
const gateway = resource("aws:ec2/internetGateway:InternetGateway", "gateway", { vpcId: idOf(main) });
const nat = resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: idOf(open) });
const inline = resource("aws:ec2/routeTable:RouteTable", "inline", {
  vpcId: idOf(main),
  routes: [{ cidrBlock: "10.9.0.0/16" }, { cidrBlock: "0.0.0.0/0", gatewayId: idOf(gateway) }],
});
const literal = resource("aws:ec2/routeTable:RouteTable", "literal", { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] });
const local = resource("aws:ec2/routeTable:RouteTable", "local", { routes: [{ cidrBlock: "10.0.0.0/16", gatewayId: "local" }] });
const bare = resource("aws:ec2/routeTable:RouteTable", "bare", { vpcId: idOf(main) });
const hidden = resource("aws:ec2/routeTable:RouteTable", "hidden", { routes: applied([gateway], [{ gatewayId: idOf(gateway) }]) });

function route(through: Resource, inputs: Resource["inputs"]): Resource {
  return resource("aws:ec2/route:Route", "route", { routeTableId: idOf(through), destinationCidrBlock: "0.0.0.0/0", ...inputs });
}

function association(table: Resource, of = open): Resource {
  return resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "association", { routeTableId: idOf(table), subnetId: idOf(of) });
}

function publicOnes(view: View): readonly string[] {
  return networkOf(view)
    .subnets.filter((one) => one.public)
    .map(({ key }) => key);
}

const rows: readonly { sentence: string; program: readonly Resource[]; open: boolean }[] = [
  { sentence: "no route at all: private", program: [], open: false },
  { sentence: "an inline route to a new internet gateway: public", program: [gateway, inline, association(inline)], open: true },
  { sentence: "an inline route to a literal internet gateway: public", program: [literal, association(literal)], open: true },
  { sentence: "an inline local route: private", program: [local, association(local)], open: false },
  {
    sentence: "a separate route to an internet gateway: public",
    program: [gateway, bare, route(bare, { gatewayId: idOf(gateway) }), association(bare)],
    open: true,
  },
  {
    sentence: "a separate route to a NAT gateway: private",
    program: [nat, bare, route(bare, { natGatewayId: idOf(nat) }), association(bare)],
    open: false,
  },
  { sentence: "a public route table of another subnet: private", program: [gateway, inline, association(inline, closed)], open: false },
  {
    sentence: "a separate route to a literal internet gateway: public",
    program: [bare, route(bare, { gatewayId: "igw-1" }), association(bare)],
    open: true,
  },
  {
    sentence: "a separate route to a literal virtual private gateway: private",
    program: [bare, route(bare, { gatewayId: "vgw-1" }), association(bare)],
    open: false,
  },
  {
    sentence: "a separate route in a route table of another subnet: private",
    program: [gateway, bare, inline, route(inline, { gatewayId: idOf(gateway) }), association(bare)],
    open: false,
  },
  { sentence: "a public route table of no subnet: private", program: [gateway, inline], open: false },
];

describe("a subnet without a setting of its own, by its route table:", () => {
  test.each(rows)("$sentence, at preview and once made", ({ program, open: expected }) => {
    for (const view of [preview, settled]) expect(publicOnes(view([main, open, closed, ...program])).includes(urnOf(open))).toBe(expected);
  });

  test("a null among the inline routes says nothing, and an unknown route leads nowhere until it is made", () => {
    const table = resource("aws:ec2/routeTable:RouteTable", "table", { routes: [null, applied([gateway], { gatewayId: idOf(gateway) })] });
    const program = [main, open, gateway, table, association(table)];
    expect([publicOnes(preview(program)), publicOnes(settled(program))]).toEqual([[], [urnOf(open)]]);
  });

  test("a gateway that depends on none of the stack's internet gateways is not known to lead out", () => {
    const elsewhere = resource("aws:ec2/routeTable:RouteTable", "table", { routes: [{ gatewayId: applied([nat], "igw-1") }] });
    expect(publicOnes(preview([main, open, nat, elsewhere, association(elsewhere)]))).toEqual([]);
  });

  test("routes that are unknown as a whole tell nothing until they are made", () => {
    const program = [main, open, gateway, hidden, association(hidden)];
    expect(publicOnes(preview(program))).toEqual([]);
    expect(publicOnes(settled(program))).toEqual([urnOf(open)]);
  });
});

test("mapPublicIpOnLaunch makes a subnet public, false or unknown does not", () => {
  const yes = subnet("yes", main, { mapPublicIpOnLaunch: true });
  const no = subnet("no", main, { mapPublicIpOnLaunch: false });
  const perhaps = subnet("perhaps", main, { mapPublicIpOnLaunch: applied([main], true) });
  expect(publicOnes(preview([main, yes, no, perhaps]))).toEqual([urnOf(yes)]);
});
