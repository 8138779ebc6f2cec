import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { displayName, displayNames, resourceName, typedNames, typeInWords, withoutNames, writeNames } from "./resource-name";
import { defaultGroupKey, type Urn } from "./key";
import { printableName } from "./printable";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const role = urn("aws:iam/role:Role", "orders");
const attachment = urn("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "orders");
const lambda = urn("aws:lambda/function:Function", "orders");
const group = urn("aws:ec2/securityGroup:SecurityGroup", "orders");
const users = urn("aws:lambda/function:Function", "users");

test("a URN is known by its last part, an AWS id by itself", () => {
  expect(resourceName(urn("aws:ec2/subnet:Subnet", "private-1"))).toBe("private-1");
  expect(resourceName("subnet-0123")).toBe("subnet-0123");
});

test("the default group of a VPC is named after the VPC", () => {
  const main = urn("aws:ec2/vpc:Vpc", "main");
  expect(resourceName(defaultGroupKey(main))).toBe("default group of main");
  expect(writeNames(displayName(defaultGroupKey(main)))).toBe("default group of main");
  expect(writeNames(`${displayName(defaultGroupKey(main))}, ${displayName(urn("aws:ec2/subnet:Subnet", "main"))}`)).toBe(
    "default group of Vpc main, Subnet main",
  );
});

test("a single resource can be shown with its type, several without", () => {
  expect(writeNames(typedNames([attachment]))).toBe("RolePolicyAttachment orders");
  expect(writeNames(typedNames([attachment, users]))).toBe("orders, users");
  expect([typedNames(["sg-1"]), typedNames([])]).toEqual(["sg-1", ""]);
});

test("three names are shown, and how many more there are", () => {
  expect(displayNames(["a", "b", "c"])).toBe("a, b, c");
  expect(displayNames(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});

describe("in a message", () => {
  test.each<{ sentence: string; message: string | readonly string[]; written: string }>([
    {
      sentence: "a name without a namesake stands alone",
      message: `${displayName(role)} and subnet-0123`,
      written: "orders and subnet-0123",
    },
    { sentence: "one resource can be named twice", message: displayNames([role, role]), written: "orders, orders" },
    {
      sentence: "namesakes stand after their types, others stand alone",
      message: displayNames([role, lambda, users]),
      written: "Role orders, Function orders, users",
    },
    {
      sentence: "namesakes on different lines stand after their types",
      message: [displayName(role), `fix: ${displayName(lambda)}`],
      written: "Role orders\nfix: Function orders",
    },
    {
      sentence: "a type that the word before the name states is not repeated",
      message: `role ${displayName(role)}, RolePolicyAttachment ${displayName(attachment)}, security group ${displayName(group)}`,
      written: "role orders, RolePolicyAttachment orders, security group orders",
    },
    {
      sentence: "a type with the same last word is not repeated",
      message: `CallbackFunction ${displayName(lambda)} with ${displayName(role)}`,
      written: "CallbackFunction orders with Role orders",
    },
    {
      sentence: "a word in brackets before the name states no type",
      message: `role (${displayName(role)}), role: ${displayName(lambda)}`,
      written: "role (Role orders), role: Function orders",
    },
    {
      sentence: "a word that both types end with does not tell them apart",
      message: `policy ${displayName(urn("aws:iam/policy:Policy", "own"))}, policy ${displayName(urn("aws:iam/rolePolicy:RolePolicy", "own"))}`,
      written: "policy own, policy RolePolicy own",
    },
    {
      sentence: "namesakes of one type stand after their types and parents",
      message: displayNames([role, urn("my:index:Shop$aws:iam/role:Role", "orders"), lambda]),
      written: "aws:iam/role:Role orders, my:index:Shop$aws:iam/role:Role orders, Function orders",
    },
    { sentence: "a part of a mark is escaped", message: "\u0002urn:x and", written: "\\u{2}urn:x and" },
    { sentence: "marks around a text that is no URN are escaped", message: "\u0002orders\u0003", written: "\\u{2}orders\\u{3}" },
    { sentence: "a name with a mark is one name", message: `${displayName(`${role}\u0003`)} and`, written: "orders\\u{3} and" },
    { sentence: "a name may contain colons", message: displayName(`${role}::x`), written: "orders::x" },
    {
      sentence: "a name at the start of a line begins no command",
      message: displayName(urn("t", "::error::x")),
      written: "\\u{3a}:error::x",
    },
  ])("$sentence", ({ message, written }) => {
    expect(writeNames(...[message].flat())).toBe(written);
  });

  const types = ["aws:iam/role:Role", "aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy", "my:index:Shop$aws:iam/role:Role"];
  const keys = fc.uniqueArray(
    fc
      .record({ type: fc.constantFrom(...types), name: fc.constantFrom("a", "b", "c\n", "c\\u{a}", "d::a") })
      .map(({ type, name }) => urn(type, name)),
    { minLength: 1, maxLength: 5 },
  );
  const introduction = fc.constantFrom("", "role ", "policy ", "RolePolicy ");

  test("no two resources are written alike, and a name without a namesake stands alone", () => {
    checkLaw(
      { "with namesakes": 40, "without namesakes": 10 },
      [keys.chain((all) => fc.tuple(...all.map((key) => fc.record({ key: fc.constant(key), before: introduction }))))],
      (all, met) => {
        const names = all.map(({ key }) => resourceName(key));
        const written = writeNames(...all.map(({ key, before }) => `${before}${displayName(key)}`)).split("\n");
        if (met("with namesakes", new Set(names).size < names.length)) expect(new Set(written).size).toBe(all.length);
        if (met("without namesakes", new Set(names).size === names.length))
          expect(written).toEqual(all.map(({ before }, index) => `${before}${printableName(names[index] ?? "")}`));
      },
    );
  });
});

describe("without names", () => {
  const shape = withoutNames(`the groups of ${displayName(role)} in VPC vpc-0123456789abcdef0`);

  test.each<{ sentence: string; message: string }>([
    { sentence: "another resource", message: `the groups of ${displayName(users)} in VPC vpc-00000000000000001` },
    { sentence: "several resources", message: `the groups of ${displayNames([role, users])} in VPC vpc-0123456789abcdef0` },
    { sentence: "many resources", message: `the groups of ${displayNames([role, users, lambda, group])} in VPC vpc-0123456789abcdef0` },
    { sentence: "an id instead of a resource", message: `the groups of sg-0123456789abcdef0 in VPC ${displayName(group)}` },
    {
      sentence: "an ARN instead of a resource",
      message: `the groups of arn:aws:iam::111122223333:role/orders in VPC vpc-0123456789abcdef0`,
    },
  ])("$sentence makes no difference", ({ message }) => expect(withoutNames(message)).toBe(shape));

  test.each<{ sentence: string; message: string }>([
    { sentence: "a word", message: `the group of ${displayName(role)} in VPC vpc-0123456789abcdef0` },
    { sentence: "a number", message: `the 2 groups of ${displayName(role)} in VPC vpc-0123456789abcdef0` },
    { sentence: "a place that names a resource", message: `the groups of ${displayName(role)} in VPC` },
  ])("$sentence makes a difference", ({ message }) => expect(withoutNames(message)).not.toBe(shape));
});

test("a type is read as words", () => {
  expect(typeInWords(urn("aws:ec2/securityGroup:SecurityGroup", "x") as Urn)).toBe("security group");
  expect(typeInWords(urn("aws:ec2/vpc:Vpc", "x") as Urn)).toBe("VPC");
  expect(typeInWords(urn("my:index:Shop$aws:lambda/function:Function", "x") as Urn)).toBe("function");
});
