import { describe, expect, test } from "@jest/globals";
import { exactly } from "../count/count";
import { bounds, budgetOf, need, sets } from "../testing/budget-of";
import { subnetWith, taker } from "../testing/samples/sample-consumer";
import { attach, listWithHoles, unknownList } from "../testing/samples/sample-network";

const a = subnetWith("a", "10.0.0.0/28");

describe("a /28", () => {
  const others = [taker("mount-target", ["a"]), taker("interface-endpoint", ["a"])];

  test("holds nine sets, a mount target and an interface endpoint to the last address", () => {
    const budget = budgetOf({ subnets: [a], attachments: sets(9), addressConsumers: others });
    expect(budget.usable).toEqual({ ok: true, value: 11 });
    expect(bounds(budget.peak)).toEqual([11, 11, 11]);
    expect(budget.free).toMatchObject({ ok: true, value: { min: 0, max: 0 } });
    expect(budget.fitting).toEqual({ min: 28, likely: 28, max: 28 });
    expect(budget.causes.size).toBe(0);
  });

  test("cannot hold a tenth set, which a /27 holds", () => {
    const budget = budgetOf({ subnets: [a], attachments: sets(10), addressConsumers: others });
    expect(budget.free).toMatchObject({ ok: true, value: { min: -1, max: -1 } });
    expect(budget.fitting).toEqual({ min: 27, likely: 27, max: 27 });
  });
});

describe("what comes on top of what is used", () => {
  test("is changeover and growth, each rounded up", () => {
    const budget = budgetOf({ subnets: [a], attachments: sets(3) }, { changeover: 0.5, growth: 0.5 });
    expect(bounds(budget.used)).toEqual([3, 3, 3]);
    expect([need(budget, "changeover"), need(budget, "growth")]).toEqual([
      [2, 2, 2],
      [2, 2, 2],
    ]);
    expect(bounds(budget.peak)).toEqual([7, 7, 7]);
  });

  test("is not more than the share where decimals do not come out even", () => {
    const budget = budgetOf({ subnets: [a], attachments: sets(30) }, { growth: 0.1 });
    expect(need(budget, "growth")).toEqual([3, 3, 3]);
  });

  test.each([
    { subnets: ["a"], connections: 65_000, further: undefined },
    { subnets: ["a"], connections: 65_001, further: [1, 1, 1] },
    { subnets: ["a"], connections: 260_000, further: [3, 3, 3] },
    { subnets: ["a", "b"], connections: 260_000, further: [0, 1, 3] },
  ])("is further ENIs for $connections connections over $subnets", ({ subnets, connections, further }) => {
    const attachments = [attach("orders", subnets, ["x"])];
    const budget = budgetOf({ subnets: [a], attachments }, { connections: [{ function: "ord*", peak: connections }] });
    expect(need(budget, "scaling")).toEqual(further);
  });

  test("is uncertain where traffic may move, for the functions that open many connections", () => {
    const attachments = [attach("orders", ["a", "b"], ["x"]), attach("users", ["a", "b"], ["x"])];
    const budget = budgetOf({ subnets: [a], attachments }, { connections: [{ function: "orders", peak: 260_000 }] });
    expect([...budget.causes]).toEqual([["spread-of-connections", ["orders"]]]);
  });

  test("is shared by functions of one combination, and by no others", () => {
    const connections = [{ function: "*", peak: 40_000 }];
    const together = [attach("orders", ["a"], ["x"]), attach("users", ["a"], ["x"])];
    const apart = [attach("orders", ["a"], ["x"]), attach("users", ["a"], ["y"])];
    expect(need(budgetOf({ subnets: [a], attachments: together }, { connections }), "scaling")).toEqual([1, 1, 1]);
    expect(need(budgetOf({ subnets: [a], attachments: apart }, { connections }), "scaling")).toBeUndefined();
  });

  test("is not shared by functions whose sets do not show, however many connections they open together", () => {
    const connections = [{ function: "*", peak: 40_000 }];
    const attachments = ["orders", "users"].map((name) => attach(name, ["a"], unknownList("x", "y")));
    expect(need(budgetOf({ subnets: [a], attachments }, { connections }), "scaling")).toEqual([0, 1, 2]);
  });

  test("is perhaps not shared by functions of two providers", () => {
    const connections = [{ function: "*", peak: 40_000 }];
    const attachments = ["eu", "us"].map((scope) => ({ ...attach(scope, ["a"], ["x"]), scope }));
    expect(need(budgetOf({ subnets: [a], attachments }, { connections }), "scaling")).toEqual([0, 1, 1]);
  });

  test("is unlikely in a subnet that a function unlikely uses", () => {
    const attachments = [attach("orders", listWithHoles(1, ["a", "b"]), ["x"])];
    const budget = budgetOf({ subnets: [a], attachments }, { connections: [{ function: "*", peak: 260_000 }] });
    expect(need(budget, "scaling")).toEqual([0, 0, 3]);
  });

  test("may be one more than alone for a function whose set is unknown, because it may share the combination of another", () => {
    const connections = [{ function: "*", peak: 40_000 }];
    const attachments = [attach("orders", ["a"], ["x"]), attach("users", ["a"], unknownList("x", "y"))];
    expect(need(budgetOf({ subnets: [a], attachments }, { connections }), "scaling")).toEqual([0, 0, 1]);
  });
});

describe("other consumers", () => {
  test.each([
    { kind: "nat-gateway", parts: {}, expected: [1, 1, 1] },
    { kind: "nat-gateway", parts: { further: { ok: true, value: 3 } }, expected: [4, 4, 4] },
    { kind: "nat-gateway", parts: { further: { ok: false, error: "a list that does not show" } }, expected: [1, 1, 8] },
    { kind: "network-interface", parts: { further: { ok: false, error: "a list that does not show" } }, expected: [1, 1, Infinity] },
    { kind: "application-load-balancer", parts: {}, expected: [1, 8, 8] },
    { kind: "database", parts: {}, expected: [1, 1, 2] },
    { kind: "network-load-balancer", parts: { further: { ok: false, error: "a list that does not show" } }, expected: [1, 1, 8] },
    { kind: "gateway-load-balancer", parts: {}, expected: [1, 1, 1] },
    { kind: "mount-target", parts: {}, expected: [1, 1, 1] },
    { kind: "instance", parts: {}, expected: [1, 1, 1] },
    { kind: "capacity-provider", parts: {}, expected: [0, 1, Infinity] },
    { kind: "other", parts: {}, expected: [0, 1, Infinity] },
  ] as const)("take $expected where a $kind names one subnet, with $parts", ({ kind, parts, expected }) => {
    expect(need(budgetOf({ subnets: [a], addressConsumers: [taker(kind, ["a"], parts)] }), kind)).toEqual(expected);
  });

  test("may be anywhere that their lists allow", () => {
    const somewhere = taker("interface-endpoint", listWithHoles(1, ["a", "b"]));
    const database = taker("database", ["a", "b"]);
    const budget = budgetOf({ subnets: [a], addressConsumers: [somewhere, database] });
    expect(need(budget, "interface-endpoint")).toEqual([0, 0, 1]);
    expect(need(budget, "database")).toEqual([0, 1, 2]);
    expect([...budget.causes.keys()]).toEqual(["part-of-candidates", "need-undocumented"]);
  });

  test("are listed with their needs, and what needs nothing is not", () => {
    const budget = budgetOf({ subnets: [a], attachments: sets(1), addressConsumers: [taker("mount-target", ["a"])] }, { growth: 0.5 });
    expect(budget.needs).toEqual([
      { kind: "combinations", count: exactly(1), consumers: ["function-0"] },
      { kind: "mount-target", count: exactly(1), consumers: [taker("mount-target", ["a"]).consumer] },
      { kind: "growth", count: exactly(1), consumers: [] },
    ]);
  });

  test("make no subnet fit that is smaller than an application load balancer may use", () => {
    const budget = budgetOf({ subnets: [a], addressConsumers: [taker("application-load-balancer", ["a"])] });
    expect(budget.fitting).toEqual({ min: 27, likely: 27, max: 27 });
  });

  test("that are connectors hold combinations of their own, or share", () => {
    const connectors = [attach("connector-1", ["a"], ["x"]), attach("connector-2", ["a"], ["x"])];
    expect(need(budgetOf({ subnets: [a], connectors }), "network-connector")).toEqual([1, 1, 2]);
    expect(need(budgetOf({ subnets: [a], connectors, attachments: sets(1) }), "network-connector")).toEqual([0, 1, 2]);
  });
});

describe("an inventory", () => {
  const combinations = [{ subnet: "a", securityGroups: ["group-0"] }];
  const counted = { subnets: [{ subnet: "a", cidrBlock: "10.0.0.0/28", availableAddresses: 4 }], combinations };

  test("that counted free addresses leaves those to what is new", () => {
    const budget = budgetOf({ attachments: sets(2), inventory: counted });
    expect(budget).toMatchObject({ usable: { ok: true, value: 4 }, held: 7, complete: true });
    expect(need(budget, "combinations")).toEqual([1, 1, 1]);
  });

  test("makes what held needs fit as well", () => {
    expect(budgetOf({ attachments: sets(6), inventory: counted }).fitting).toEqual({ min: 27, likely: 27, max: 27 });
  });

  test("may have counted consumers of the stack, unless they are being made", () => {
    const endpoint = taker("interface-endpoint", ["a"]);
    expect(need(budgetOf({ addressConsumers: [endpoint], inventory: counted }), "interface-endpoint")).toEqual([0, 1, 1]);
    const made = { ...endpoint, creating: true };
    expect(need(budgetOf({ addressConsumers: [made], inventory: counted }), "interface-endpoint")).toEqual([1, 1, 1]);
    const gateway = taker("nat-gateway", ["a"], { further: { ok: true, value: 3 } });
    expect(need(budgetOf({ addressConsumers: [gateway], inventory: counted }), "nat-gateway")).toEqual([0, 4, 4]);
  });

  test("that counts one subnet twice leaves the smaller number of addresses", () => {
    const twice = [9, 4, 7].map((availableAddresses) => ({ subnet: "a", cidrBlock: "10.0.0.0/28", availableAddresses }));
    const budget = budgetOf({ attachments: sets(1), inventory: { subnets: twice, combinations: [] } });
    expect(budget).toMatchObject({ usable: { ok: true, value: 4 }, held: 7 });
  });

  test("without free addresses adds at least what else is held", () => {
    const inventory = { subnets: [], combinations: [...combinations, { subnet: "a", securityGroups: ["of another stack"] }] };
    const budget = budgetOf({ subnets: [a], attachments: sets(1), inventory });
    expect(need(budget, "combinations")).toEqual([1, 2, 2]);
  });
});

describe("a range as text", () => {
  test.each([
    ["10.0.0.5/24", "write 10.0.0.0/24"],
    ["10.0.0.0/29", "has a size that AWS does not accept"],
    ["2001:db8::/56", "IPv6"],
    ["nonsense", "is not an IPv4 range"],
  ])("that reads %s is unknown, with the reason", (cidrBlock, why) => {
    const budget = budgetOf({ subnets: [subnetWith("a", cidrBlock)], attachments: sets(1) });
    expect(budget.usable).toEqual({ ok: false, error: expect.stringContaining(why) as unknown });
    expect(budget.causes.has("range-unknown")).toBe(true);
  });

  test("that a subnet of the stack does not have leaves no address", () => {
    expect(budgetOf({ subnets: [{ key: "a", public: false }], attachments: sets(1) }).usable).toEqual({ ok: true, value: 0 });
  });

  test("of a subnet that the stack adopts is known, and what others hold there is unknown", () => {
    const made = subnetWith("a", "10.0.0.0/27");
    const [own, adopted] = [made, { ...made, adopted: true }].map((subnet) => budgetOf({ subnets: [subnet], attachments: sets(1) }));
    expect([own, adopted]).toMatchObject([
      { usable: { ok: true, value: 27 }, complete: true },
      { usable: { ok: true, value: 27 }, complete: false },
    ]);
    expect([own, adopted].map((budget) => [...(budget?.causes.keys() ?? [])])).toEqual([[], ["subnet-of-others"]]);
  });

  test("of a subnet outside the stack comes from the inventory, and what others hold there does not show", () => {
    const inventory = { subnets: [{ subnet: "a", cidrBlock: "10.0.0.0/27" }], combinations: [] };
    const budget = budgetOf({ attachments: sets(1), inventory });
    expect(budget).toMatchObject({ usable: { ok: true, value: 27 }, complete: false });
    expect([...budget.causes.keys()]).toEqual(["subnet-of-others"]);
  });
});

describe("the prefix length that fits", () => {
  test("is absent for a need that no subnet holds", () => {
    const endless = taker("capacity-provider", ["a"]);
    expect(budgetOf({ subnets: [a], addressConsumers: [endless] }).fitting).toStrictEqual({ likely: 28, max: 28 });
    const connections = [{ function: "*", peak: 65_000 * 70_000 }];
    expect(budgetOf({ subnets: [a], attachments: sets(1) }, { connections }).fitting).toStrictEqual({});
  });

  test("and what is free follow from each bound of the peak", () => {
    const budget = budgetOf({ subnets: [a], attachments: sets(4), addressConsumers: [taker("database", ["a", "b"])] });
    expect(bounds(budget.peak)).toEqual([4, 5, 6]);
    expect(budget.free).toMatchObject({ ok: true, value: { min: 5, likely: 6, max: 7 } });
  });
});

describe("functions whose subnets do not show", () => {
  test("may be in each that their list may name", () => {
    const attachments = [attach("orders", unknownList("a", "b"), ["x"])];
    expect(need(budgetOf({ subnets: [a], attachments }), "combinations")).toEqual([0, 1, 1]);
  });

  test("may be in every subnet of the stack where nothing bounds their list", () => {
    const attachments = [attach("orders", unknownList(), ["x"])];
    expect(need(budgetOf({ subnets: [a], attachments }), "combinations")).toEqual([0, 0, 1]);
  });

  test("may move into it too, and share there what they share elsewhere", () => {
    const attachments = [attach("orders", unknownList(), ["x"]), attach("users", unknownList(), ["x"])];
    const budget = budgetOf({ subnets: [a], attachments }, { changeover: 1 });
    expect([need(budget, "combinations"), need(budget, "changeover")]).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });
});
