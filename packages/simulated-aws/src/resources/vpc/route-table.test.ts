import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ProviderExample } from "../../testing/provider-example";

const TABLE = "aws:ec2/routeTable:RouteTable";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";

let example: ProviderExample;

beforeEach(() => {
  example = new ProviderExample();
});

afterEach(() => {
  example.end();
});

test("a table that names no routes leaves alone those of others when it changes, and one that names some has these alone", async () => {
  const { vpc } = await example.network();
  const gateway = (await example.make(GATEWAY, { vpcId: vpc })).id;
  const table = await example.make(TABLE, { vpcId: vpc });
  const others = { destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway };
  await example.make("aws:ec2/route:Route", { routeTableId: table.id, ...others });

  const tagged = await example.change(TABLE, table, { vpcId: vpc, tags: { Name: "private" } });
  expect(tagged.outputs["routes"]).toMatchObject([{ cidrBlock: "0.0.0.0/0", gatewayId: gateway }]);
  const own = await example.change(TABLE, tagged, { vpcId: vpc, routes: [{ cidrBlock: "10.9.0.0/16", gatewayId: gateway }] });
  expect(own.outputs["routes"]).toMatchObject([{ cidrBlock: "10.9.0.0/16", gatewayId: gateway }]);
});
