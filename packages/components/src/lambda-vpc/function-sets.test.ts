import { describe, expect, test } from "@jest/globals";
import { minimumCapacity, rejectFormerNameConflicts, setByFunction } from "./function-sets";
import type { LambdaVpcArgs } from "./lambda-vpc-args";

const network = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a"] };
const two: LambdaVpcArgs = { network, sets: { internal: {}, database: {} } };

describe("a function's set", () => {
  test("is the one that there is, where it names none", () => {
    expect(setByFunction("shop", { network, sets: { internal: {} }, functions: { orders: {} } })).toEqual(
      new Map([["orders", "internal"]]),
    );
  });

  test("is the one that it names", () => {
    const functions = { orders: { set: "database" }, users: { set: "internal" } };
    expect(Object.fromEntries(setByFunction("shop", { ...two, functions }))).toEqual({ orders: "database", users: "internal" });
  });

  test.each([
    ["there are none", { network, sets: {}, functions: { orders: {} } }, "No sets are described. Add one to sets, such as internal: {}."],
    ["there are several", { ...two, functions: { orders: {} } }, "Set it to one of the sets: internal, database."],
    [
      "there is another",
      { ...two, functions: { orders: { set: "web" } } },
      "Unknown set web. Use one of internal, database, or add it to sets.",
    ],
  ])("is asked for where %s", (_, args, says) => {
    expect(() => setByFunction("shop", args)).toThrow(`shop.functions.orders.set: ${says}`);
  });
});

describe("the capacity", () => {
  const functions = { orders: { set: "internal" }, users: { set: "internal" }, stock: { set: "database" } };

  test("is that of what is described", () => {
    expect(minimumCapacity({ ...two, functions })).toEqual({ functions: 3, sets: 2 });
  });

  test("is what the program says, where it says more", () => {
    const planned = { ...network, capacity: { functions: 40, growth: 0.5 } };
    expect(minimumCapacity({ ...two, network: planned, functions })).toEqual({ functions: 40, sets: 2, growth: 0.5 });
  });
});

describe("a former name", () => {
  test("may be one that is gone", () => {
    expect(() => rejectFormerNameConflicts("shop.functions", { orders: { formerly: "purchases" }, users: {} })).not.toThrow();
  });

  test("is refused where it is another's name of today", () => {
    expect(() => rejectFormerNameConflicts("shop.functions", { orders: { formerly: "users" }, users: {} })).toThrow(
      "shop.functions.orders.formerly: users still exists. Remove formerly, or remove users.",
    );
  });

  test("is refused where two claim it", () => {
    expect(() => rejectFormerNameConflicts("shop.functions", { orders: { formerly: "sales" }, refunds: { formerly: "sales" } })).toThrow(
      "shop.functions.refunds.formerly: orders has the same former name, sales. Remove formerly from one of the two.",
    );
  });
});
