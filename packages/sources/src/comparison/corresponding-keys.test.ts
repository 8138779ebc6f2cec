import { expect, test } from "@jest/globals";
import { defaultGroupKey } from "@lambda-vpc/model";
import type { StackResource } from "../stack/stack-resource";
import { correspondingKeys } from "./corresponding-keys";

const types = { group: "aws:ec2/securityGroup:SecurityGroup", vpc: "aws:ec2/vpc:Vpc", function: "aws:lambda/function:Function" };
const urn = (kind: keyof typeof types, name: string): string => `urn:pulumi:dev::shop::${types[kind]}::${name}`;

/** A resource; without an id it is being created. */
function resource(kind: keyof typeof types, name: string, id?: string): StackResource {
  const outputs = id === undefined ? {} : { id };
  return { urn: urn(kind, name), type: types[kind], custom: true, inputs: {}, outputs, propertyDependencies: {} };
}

const orders = urn("group", "orders");

test.each([
  { sentence: "a group that stays keeps its key", before: "sg-1", after: "sg-1", name: orders },
  { sentence: "a group that is replaced has its id before", before: "sg-1", after: undefined, name: "sg-1" },
  { sentence: "a group that was replaced has its id before", before: "sg-1", after: "sg-2", name: "sg-1" },
  { sentence: "a group that two first previews create is one", before: undefined, after: undefined, name: orders },
  { sentence: "a group that a preview creates and a state has is one", before: undefined, after: "sg-1", name: orders },
])("$sentence", ({ before, after, name }) => {
  const keys = correspondingKeys([resource("group", "orders", before)], [resource("group", "orders", after)]);
  expect(keys.before(orders)).toBe(name);
  expect(keys.after(orders)).toBe(orders);
});

test("a deleted resource keeps its key", () => {
  const keys = correspondingKeys([resource("group", "orders", "sg-1")], []);
  expect(keys.before(orders)).toBe(orders);
});

test("a renamed resource has its later name, and what two resources swap stays apart", () => {
  const keys = correspondingKeys(
    [resource("group", "orders", "sg-1"), resource("group", "users", "sg-2")],
    [resource("group", "users", "sg-1"), resource("group", "orders", "sg-2")],
  );
  expect([orders, urn("group", "users")].map(keys.before)).toEqual([urn("group", "users"), orders]);
});

test("an id that one moment manages is one key", () => {
  const managed = [resource("group", "orders", "sg-1")];
  expect(correspondingKeys([], managed).before("sg-1")).toBe(orders);
  expect(correspondingKeys(managed, []).after("sg-1")).toBe(orders);
  // The stack replaces the group, and the program names the old one by its id.
  expect(correspondingKeys(managed, [resource("group", "orders")]).after("sg-1")).toBe("sg-1");
});

test("the default group of a renamed VPC is one key", () => {
  const keys = correspondingKeys([resource("vpc", "main", "vpc-1")], [resource("vpc", "network", "vpc-1")]);
  expect(keys.before(defaultGroupKey(urn("vpc", "main")))).toBe(defaultGroupKey(urn("vpc", "network")));
});

test("a function stays unless it is deleted or replaced, and keeps its versions under a new name", () => {
  const before = ["kept", "renamed", "replaced", "deleted"].map((name) => resource("function", name, `${name}-id`));
  const after = [resource("function", "kept", "kept-id"), resource("function", "new-name", "renamed-id"), resource("function", "replaced")];
  const { stays, functionBefore } = correspondingKeys(before, after);
  const names = before.map((one) => functionBefore(one.urn));
  expect(names).toEqual(["kept", "new-name", "replaced", "deleted"].map((name) => urn("function", name)));
  expect(names.map(stays)).toEqual([true, true, false, false]);
});
