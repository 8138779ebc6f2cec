import { expect, test } from "@jest/globals";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { overriding } from "./overriding";
import { VpcFunction } from "../function/function";

const child = (type: string): pulumi.ResourceTransformArgs => ({
  custom: true,
  type,
  name: "orders",
  props: { path: "/" },
  opts: { protect: true },
});
const moved = overriding(aws.iam.Role, (args, name) => ({ ...args, path: `/${name}/` }));

test("a child of the class gets the arguments that are given for its own, and keeps its options", () => {
  expect(moved(child("aws:iam/role:Role"))).toEqual({ props: { path: "/orders/" }, opts: { protect: true } });
});

test("a child of another class is left alone", () => {
  expect(moved(child("aws:iam/rolePolicy:RolePolicy"))).toBeUndefined();
});

test("classes whose arguments may be left out are overridden alike", () => {
  const named = overriding(aws.ec2.Eip, (args) => ({ ...args, tags: { Team: "orders" } }));
  expect(named(child("aws:ec2/eip:Eip"))).toMatchObject({ props: { tags: { Team: "orders" } } });
});

test("what is no class of a provider's SDK is refused with the fix", () => {
  expect(() => overriding(VpcFunction as never, (args) => args)).toThrow(
    "overriding: Pass a resource class of a provider's SDK, such as aws.iam.Role.",
  );
});
