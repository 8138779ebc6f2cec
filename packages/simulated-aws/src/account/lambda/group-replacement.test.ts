import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { INTERFACE_DELETION_TIME } from "../store/simulation-settings";
import { replaceSecurityGroups } from "./group-replacement";
import { lastInterfaceDeletion } from "../interfaces/hyperplane";
import { deleteFunction } from "./lambda-function";
import { deleteSecurityGroup } from "../vpc/security-group";

test("groups that were replaced before the function was deleted wait for nothing; those that took their place do", () => {
  const example = new AccountExample({ timeScale: 1 });
  const [subnet, own, other] = [example.subnet(), example.group(), example.group()];
  example.lambda("orders", [subnet], [own]);
  replaceSecurityGroups(example.account, "orders", [other]);
  deleteFunction(example.account, "orders");
  expect(example.combinations).toEqual([`${subnet} ${other}`]);
  expect(lastInterfaceDeletion(example.account, "group", other)).toBe(INTERFACE_DELETION_TIME);
  deleteSecurityGroup(example.account, own);
});

test("what another function shares stays", () => {
  const example = new AccountExample({ timeScale: 1 });
  const [subnet, own, other] = [example.subnet(), example.group(), example.group()];
  for (const name of ["orders", "users"]) example.lambda(name, [subnet], [own]);
  replaceSecurityGroups(example.account, "orders", [other]);
  expect(example.combinations).toEqual([`${subnet} ${other}`, `${subnet} ${own}`].sort());
  expect(lastInterfaceDeletion(example.account, "group", own)).toBeUndefined();
});
