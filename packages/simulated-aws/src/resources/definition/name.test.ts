import { expect, test } from "@jest/globals";
import { Account } from "../../account/store/account";
import { nameOf, namePrefixOf } from "./name";

test("a name made with a prefix tells it again, so that the prefix is no change", () => {
  const name = nameOf(new Account(), { namePrefix: "orders-" });
  expect(name).toMatch(/^orders-[0-9a-f]{26}$/);
  expect(namePrefixOf(name)).toBe("orders-");
});

test("a name that was chosen, by the program or by Pulumi, has no prefix", () => {
  expect(nameOf(new Account(), { name: "orders" })).toBe("orders");
  expect(["orders", "orders-1a2b3c4"].map(namePrefixOf)).toEqual(["", ""]);
});
