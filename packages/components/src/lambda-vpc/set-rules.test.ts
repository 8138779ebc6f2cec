import { describe, expect, test } from "@jest/globals";
import { rulesOfSet } from "./set-rules";

const network = { endpointSecurityGroupId: "sg-endpoints", gatewayPrefixListIds: { s3: "pl-s3", dynamodb: "pl-dynamodb" } };
const reach = { database: { port: 5432, cidr: "10.0.0.0/16" } };

describe("the rules of a set", () => {
  test("are its own", () => {
    expect(rulesOfSet("shop.sets.internal", { reach }, network)).toEqual({ reach });
  });

  test("include the interface endpoints and each gateway endpoint if it uses them", () => {
    expect(rulesOfSet("shop.sets.internal", { reach, endpoints: true, gatewayEndpoints: true }, network)).toEqual({
      reach: {
        ...reach,
        endpoints: { port: 443, securityGroupId: "sg-endpoints" },
        s3: { port: 443, prefixListId: "pl-s3" },
        dynamodb: { port: 443, prefixListId: "pl-dynamodb" },
      },
    });
  });

  test.each([
    [
      "interface endpoints that the network lacks",
      { endpoints: true },
      "endpoints: The network has no interface endpoints. Add services to network.interfaceEndpoints, or remove endpoints.",
    ],
    [
      "gateway endpoints that the network lacks",
      { gatewayEndpoints: true },
      "gatewayEndpoints: The network has no gateway endpoints. Add services to network.gatewayEndpoints, or remove gatewayEndpoints.",
    ],
  ])("cannot include %s", (_, set, sentence) => {
    expect(() => rulesOfSet("shop.sets.internal", set, { gatewayPrefixListIds: {} })).toThrow(`shop.sets.internal.${sentence}`);
  });

  test("cannot have two rules of one name", () => {
    const set = { gatewayEndpoints: true, reach: { s3: { port: 443, cidr: "0.0.0.0/0" } } };
    expect(() => rulesOfSet("shop.sets.internal", set, network)).toThrow(
      "shop.sets.internal.reach.s3: gatewayEndpoints: true creates a rule with this name. Rename the rule, or remove one of the two.",
    );
  });
});
