import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { putAlias } from "./function-alias";
import { deleteVersion, listVersions, versionsOfFunction } from "./function-version";
import { deleteFunction, findFunction, updateFunction } from "./lambda-function";

/** A function that published a first version with one group and a second with another. */
function published() {
  const example = new AccountExample();
  const [subnet, old, young] = [example.subnet(), example.group(), example.group()];
  example.lambda("orders", [subnet], [old], true);
  updateFunction(example.account, example.request("orders", [subnet], [young], true));
  return { example, account: example.account, old: `${subnet} ${old}`, young: `${subnet} ${young}` };
}

test("a version that goes takes the interfaces that it alone held", () => {
  const { example, account, old, young } = published();
  expect(example.combinations).toEqual([old, young].sort());
  deleteVersion(account, "orders", "1");
  expect(versionsOfFunction(account, "orders")).toEqual(["$LATEST", "2"]);
  expect(example.combinations).toEqual([young]);
});

test("each version is listed with the network that it was published with, and the function with its present one", () => {
  const { account, old, young } = published();
  const networks = listVersions(account, findFunction(account, "orders")).map(({ version, vpcConfig }) => [
    version,
    [...(vpcConfig?.subnetIds ?? []), ...(vpcConfig?.securityGroupIds ?? [])].join(" "),
  ]);
  expect(networks).toEqual([
    ["$LATEST", young],
    ["1", old],
    ["2", young],
  ]);
});

test("interfaces that the function itself uses stay", () => {
  const { example, account, old, young } = published();
  deleteVersion(account, "orders", "2");
  expect(example.combinations).toEqual([old, young].sort());
});

test.each([
  ["names it", { functionVersion: "1", weights: {} }],
  ["sends a part of its events to it", { functionVersion: "2", weights: { "1": 0.1 } }],
])("a version stays while an alias %s", (_, to) => {
  const { account } = published();
  putAlias(account, { functionName: "orders", name: "live", description: "", ...to });
  expect(() => deleteVersion(account, "orders", "1")).toThrow(
    "ResourceConflictException: Unable to delete version because the following aliases reference it: [live]",
  );
});

test("what is not there can neither be deleted nor be named", () => {
  const { account } = published();
  expect(() => deleteVersion(account, "orders", "7")).toThrow(/^ResourceNotFoundException/);
  const alias = { functionName: "orders", name: "live", description: "", functionVersion: "7", weights: {} };
  expect(() => putAlias(account, alias)).toThrow(/^ResourceNotFoundException/);
});

test("a function that goes takes its aliases with it", () => {
  const { account } = published();
  putAlias(account, { functionName: "orders", name: "live", description: "", functionVersion: "1", weights: {} });
  deleteFunction(account, "orders");
  expect(account.tables.functionAliases.all()).toEqual([]);
});
