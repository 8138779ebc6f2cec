import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, urnOf } from "../testing/program";
import { subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const table = (name: string, inputs: Inputs = {}, type = "aws:ec2/routeTable:RouteTable"): Resource =>
  resource(type, name, { vpcId: idOf(main), ...inputs });
const [x, y] = [table("x"), table("y")];
const association = (
  subnetId: Inputs[string],
  routeTableId: Inputs[string],
  type = "aws:ec2/routeTableAssociation:RouteTableAssociation",
): Resource => resource(type, "association", { subnetId, routeTableId });
const route = (routeTableId: Inputs[string], target: Inputs = { natGatewayId: "nat-1" }): Resource =>
  resource("aws:ec2/route:Route", "route", { routeTableId, ...target });
const onMain = applied([main], "rtb-main");
const foreign = resource("random:index/randomId:RandomId", "foreign", {});
const mainTable = (routeTableId: Inputs[string]): Resource =>
  resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", { vpcId: idOf(main), routeTableId });
const adopted = (inputs: Inputs = {}): Resource =>
  resource("aws:ec2/defaultRouteTable:DefaultRouteTable", "default", { defaultRouteTableId: onMain, ...inputs });

/** Whether subnet `a` has a route out: `unknown` if that is unknown, `elsewhere` if its table is not in the stack. */
function routesOutOf(program: readonly Resource[]): boolean | "unknown" | "elsewhere" {
  const found = networkOf(preview([main, a, b, ...program])).subnets.find(({ key }) => key === urnOf(a))?.routesOut;
  return found === undefined ? "elsewhere" : found.ok ? found.value : "unknown";
}

describe("a subnet has a route out of its VPC", () => {
  test.each<{ through: string; program: readonly Resource[]; expected: ReturnType<typeof routesOutOf> }>([
    { through: "the main table without routes", program: [], expected: false },
    { through: "the main table, by a route of it", program: [route(onMain)], expected: true },
    { through: "the main table, by a route to the VPC itself", program: [route(onMain, { gatewayId: "local" })], expected: false },
    { through: "the adopted main table", program: [adopted({ routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] })], expected: true },
    { through: "the adopted main table without routes", program: [adopted()], expected: false },
    { through: "the adopted main table, by a separate route", program: [adopted(), route(idOf(adopted()))], expected: true },
    { through: "a table that became the main table", program: [x, mainTable(idOf(x)), route(idOf(x))], expected: true },
    { through: "a table without routes that became the main table", program: [x, mainTable(idOf(x)), route(onMain)], expected: false },
    { through: "a table without routes", program: [x, association(idOf(a), idOf(x))], expected: false },
    {
      through: "a table without routes, beside a main table with one",
      program: [x, association(idOf(a), idOf(x)), route(onMain)],
      expected: false,
    },
    { through: "a separate route", program: [x, association(idOf(a), idOf(x)), route(idOf(x))], expected: true },
    { through: "a separate route of another table", program: [x, y, association(idOf(a), idOf(x)), route(idOf(y))], expected: false },
    {
      through: "a route of one of two tables",
      program: [x, y, association(idOf(a), idOf(x)), route(applied([x, y], "rtb-x"))],
      expected: "unknown",
    },
    { through: "a route of an unknown table", program: [foreign, route(applied([foreign], "rtb-1"))], expected: "unknown" },
    {
      through: "an inline route",
      program: [table("x", { routes: [{ gatewayId: "vgw-1" }] }), association(idOf(a), idOf(x))],
      expected: true,
    },
    {
      through: "an unknown list of routes",
      program: [foreign, table("x", { routes: applied([foreign], []) }), association(idOf(a), idOf(x))],
      expected: true,
    },
    {
      through: "a gateway that propagates its routes",
      program: [table("x", { propagatingVgws: ["vgw-1"] }), association(idOf(a), idOf(x))],
      expected: true,
    },
    {
      through: "a propagation",
      program: [resource("aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation", "p", { routeTableId: onMain })],
      expected: true,
    },
    {
      through: "a route server",
      program: [resource("aws:vpc/routeServerPropagation:RouteServerPropagation", "p", { routeTableId: onMain })],
      expected: true,
    },
    { through: "a table of another stack", program: [association(idOf(a), "rtb-1")], expected: "elsewhere" },
    {
      through: "an association of one of two subnets with a table that has one",
      program: [x, association(applied([a, b], "subnet-a"), idOf(x)), route(idOf(x))],
      expected: "unknown",
    },
    {
      through: "an association of one of two subnets with a table that has none",
      program: [x, association(applied([a, b], "subnet-a"), idOf(x))],
      expected: false,
    },
    { through: "an association of another subnet", program: [x, association(idOf(b), idOf(x)), route(idOf(x))], expected: false },
    {
      through: "an association of a gateway",
      program: [
        x,
        resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "g", { gatewayId: "igw-1", routeTableId: idOf(x) }),
        route(idOf(x)),
      ],
      expected: false,
    },
    {
      through: "resources of aws-native",
      program: [
        table("n", {}, "aws-native:ec2:RouteTable"),
        association(idOf(a), idOf(table("n", {}, "aws-native:ec2:RouteTable")), "aws-native:ec2:SubnetRouteTableAssociation"),
        resource("aws-native:ec2:Route", "route", {
          routeTableId: idOf(table("n", {}, "aws-native:ec2:RouteTable")),
          natGatewayId: "nat-1",
        }),
      ],
      expected: true,
    },
  ])("$through", ({ program, expected }) => {
    expect(routesOutOf(program)).toBe(expected);
    expect(routesOutOf(program.toReversed())).toBe(expected);
  });
});

test("a VPC of another stack and an adopted VPC may have routes", () => {
  const adoptedVpc = resource("aws:ec2/defaultVpc:DefaultVpc", "default");
  const subnets = [subnet("c", adoptedVpc), resource("aws:ec2/subnet:Subnet", "d", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" })];
  const view = preview([adoptedVpc, ...subnets]);
  expect(networkOf(view).subnets.map(({ routesOut }) => routesOut)).toEqual([undefined, undefined]);
});

test("an endpoint and a service network count for their VPC, and for every VPC if it is unknown", () => {
  const other = vpc("other");
  const endpoints = (one: Resource): readonly (boolean | undefined)[] =>
    (networkOf(preview([main, other, foreign, one])).vpcs ?? []).map((found) => found.endpoints);
  expect(endpoints(resource("aws:ec2/vpcEndpoint:VpcEndpoint", "e", { vpcId: idOf(main) }))).toEqual([true, undefined]);
  expect(endpoints(resource("aws:ec2/vpcEndpoint:VpcEndpoint", "e", { vpcId: applied([foreign], "vpc-1") }))).toEqual([true, true]);
  const lattice = resource("aws:vpclattice/serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation", "e", { vpcIdentifier: idOf(other) });
  expect(endpoints(lattice)).toEqual([undefined, true]);
});
