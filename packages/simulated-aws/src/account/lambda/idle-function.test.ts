import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { deactivateFunction } from "./idle-function";
import { updateFunction } from "./lambda-function";

test("an idle function loses the interfaces that no other function and no version holds, until it is updated", () => {
  const example = new AccountExample();
  const [a, b, c, group] = [example.subnet(), example.subnet(), example.subnet(), example.group()];
  example.lambda("shared", [a], [group]);
  example.lambda("idle", [b], [group], true);
  updateFunction(example.account, example.request("idle", [a, b, c], [group]));
  const all = example.combinations;
  deactivateFunction(example.account, "idle");
  expect(example.combinations).toEqual([`${a} ${group}`, `${b} ${group}`].sort());
  updateFunction(example.account, example.request("idle", [a, b, c], [group]));
  expect(example.combinations).toEqual(all);
});
