import { describe, expect, test } from "@jest/globals";
import { rulesOfSet } from "./set-rules";

const network = {
  endpointSecurityGroupId: "sg-endpoints",
  gatewayPrefixListIds: { s3: "pl-s3", dynamodb: "pl-dynamodb" },
  interfaceServices: ["sqs", "sns"],
};
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

  test("include services by name, the interface endpoints once", () => {
    expect(rulesOfSet("shop.sets.internal", { reach, services: ["com.amazonaws.us-east-1.s3", "sqs", "sns"] }, network)).toEqual({
      reach: { ...reach, s3: { port: 443, prefixListId: "pl-s3" }, endpoints: { port: 443, securityGroupId: "sg-endpoints" } },
    });
  });

  test.each([
    [
      "a gateway service that the network lacks",
      { services: ["s3"] },
      "services: The network has no endpoint of s3. Add s3 to gatewayEndpoints of the network, or remove it here.",
    ],
    [
      "another service that the network lacks",
      { services: ["sqs"] },
      "services: The network has no endpoint of sqs. Add sqs to interfaceEndpoints of the network, or remove it here.",
    ],
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
    expect(() => rulesOfSet("shop.sets.internal", set, { gatewayPrefixListIds: {}, interfaceServices: [] })).toThrow(
      `shop.sets.internal.${sentence}`,
    );
  });

  test("cannot have a rule with the name of a service", () => {
    const set = { services: ["s3"], reach: { s3: { port: 443, cidr: "0.0.0.0/0" } } };
    expect(() => rulesOfSet("shop.sets.internal", set, network)).toThrow(
      "shop.sets.internal.reach.s3: services creates a rule with this name. Rename the rule, or remove one of the two.",
    );
  });

  test("cannot have two rules of one name", () => {
    const set = { gatewayEndpoints: true, reach: { s3: { port: 443, cidr: "0.0.0.0/0" } } };
    expect(() => rulesOfSet("shop.sets.internal", set, network)).toThrow(
      "shop.sets.internal.reach.s3: gatewayEndpoints: true creates a rule with this name. Rename the rule, or remove one of the two.",
    );
  });
});
