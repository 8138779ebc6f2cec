import { describe, expect, test } from "@jest/globals";
import type { Network } from "../facts/network";
import { budgetOf, sets } from "../testing/budget-of";
import { subnetWith, taker } from "../testing/samples/sample-consumer";
import { attach, listWithHoles, unknownList } from "../testing/samples/sample-network";

const a = subnetWith("a", "10.0.0.0/28");

describe("the causes of a budget", () => {
  const causes = (parts: Partial<Network>) => [...budgetOf({ subnets: [a], ...parts }).causes];
  const endpoint = taker("interface-endpoint", ["a"]);

  test("name the subnet that others use too", () => {
    const found = causes({ subnets: [{ ...a, adopted: true }], attachments: sets(1), addressConsumers: [endpoint] });
    expect(found).toEqual([["subnet-of-others", ["a"]]]);
  });

  test("name functions whose combinations are uncertain", () => {
    expect(causes({ attachments: [attach("orders", unknownList("a", "b"), ["x"]), ...sets(1)] })).toEqual([["list-unknown", ["orders"]]]);
  });

  test("name connectors that may share, and not one that is alone", () => {
    const connectors = ["one", "two"].map((name) => attach(name, ["a"], ["x"]));
    expect(causes({ connectors })).toEqual([["sharing-undocumented", ["one", "two"]]]);
    expect(causes({ connectors: connectors.slice(1) })).toEqual([]);
  });

  test("name a consumer in a subnet that may be this one", () => {
    const elsewhere = taker("interface-endpoint", ["subnet-0123"]);
    expect(causes({ aliases: [["a", "subnet-0123"]], addressConsumers: [elsewhere] })).toEqual([
      ["perhaps-same-resource", [elsewhere.consumer]],
    ]);
  });

  test("name a consumer whose further addresses do not show", () => {
    const gateway = taker("nat-gateway", ["a"], { further: { ok: false, error: "a list that does not show" } });
    expect(causes({ addressConsumers: [gateway, endpoint] })).toEqual([["need-undocumented", [gateway.consumer]]]);
  });

  test("name a consumer whose subnets do not show, and nothing else of it", () => {
    const somewhere = taker("nat-gateway", listWithHoles(1, ["a", "b"]), { further: { ok: true, value: 1 } });
    expect(causes({ addressConsumers: [somewhere] })).toEqual([["part-of-candidates", [somewhere.consumer]]]);
  });
});
