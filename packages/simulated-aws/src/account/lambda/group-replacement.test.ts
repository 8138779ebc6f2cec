import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { INTERFACE_DELETION_TIME } from "../store/simulation-settings";
import { replaceSecurityGroups } from "./group-replacement";
import { lastInterfaceDeletion } from "../interfaces/hyperplane";
import { deleteFunction } from "./lambda-function";
import { findVpc } from "../vpc/vpc";

test("replaced groups and those that took their place both wait until Lambda has deleted their interfaces", () => {
  const example = new AccountExample({ timeScale: 1 });
  const [subnet, own, other] = [example.subnet(), example.group(), example.group()];
  example.lambda("orders", [subnet], [own]);
  replaceSecurityGroups(example.account, "orders", [other]);
  deleteFunction(example.account, "orders");
  expect(example.combinations).toEqual([`${subnet} ${other}`, `${subnet} ${own}`].sort());
  expect([own, other].map((group) => lastInterfaceDeletion(example.account, "group", group))).toEqual([
    INTERFACE_DELETION_TIME,
    INTERFACE_DELETION_TIME,
  ]);
});

test("without ids, the default group of the VPC replaces them", () => {
  const example = new AccountExample();
  const [subnet, own] = [example.subnet(), example.group()];
  example.lambda("orders", [subnet], [own]);
  replaceSecurityGroups(example.account, "orders", []);
  expect(example.combinations).toEqual([`${subnet} ${findVpc(example.account, example.vpcId).defaultSecurityGroupId}`]);
});

test("what another function shares stays", () => {
  const example = new AccountExample({ timeScale: 1 });
  const [subnet, own, other] = [example.subnet(), example.group(), example.group()];
  for (const name of ["orders", "users"]) example.lambda(name, [subnet], [own]);
  replaceSecurityGroups(example.account, "orders", [other]);
  expect(example.combinations).toEqual([`${subnet} ${other}`, `${subnet} ${own}`].sort());
  expect(lastInterfaceDeletion(example.account, "group", own)).toBeUndefined();
});
