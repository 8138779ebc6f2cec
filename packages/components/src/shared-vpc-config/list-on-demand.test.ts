import { expect, test } from "@jest/globals";
import { listOnDemand } from "./list-on-demand";

function counting() {
  const made: string[] = [];
  const list = listOnDemand(() => {
    made.push("sg-1");
    return "sg-1";
  });
  return { made, list };
}

test("nothing is created by passing the list on, or by reading its length", () => {
  const { made, list } = counting();
  const passed = { vpcConfig: { securityGroupIds: list } };
  expect([passed.vpcConfig.securityGroupIds.length, Array.isArray(list), Object.keys(list)]).toEqual([1, true, ["0"]]);
  expect(made).toEqual([]);
});

test.each<[string, (list: string[]) => readonly string[]]>([
  ["by its index", (list) => [list[0] ?? ""]],
  ["by spreading", (list) => [...list]],
  ["by mapping", (list) => list.map((one) => one)],
  ["by its entries", (list) => Object.values(list)],
])("the element is created once, however often it is read %s", (_, read) => {
  const { made, list } = counting();
  expect([read(list), read(list)]).toEqual([["sg-1"], ["sg-1"]]);
  expect(made).toEqual(["sg-1"]);
});
