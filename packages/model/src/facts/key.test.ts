import { expect, test } from "@jest/globals";
import { compareKeys, defaultGroupKey, isManaged, keySet, subjectOf, vpcOfDefaultGroup } from "./key";

test("keys sort by code unit, the same in every locale", () => {
  expect(["a", "Z", "ä", "b", "B"].toSorted(compareKeys)).toEqual(["B", "Z", "a", "b", "ä"]);
});

test("keys compare as lower, equal or higher", () => {
  expect([compareKeys("a", "b"), compareKeys("a", "a"), compareKeys("b", "a")]).toEqual([-1, 0, 1]);
});

test("a set of keys is sorted and distinct", () => {
  expect(keySet(["b", "a", "b"])).toEqual(["a", "b"]);
});

test("a list that is such a set stays what it is", () => {
  const sorted = ["a", "b", "c"];
  expect(keySet(sorted)).toBe(sorted);
  expect(keySet(new Set(sorted))).toEqual(sorted);
  expect([keySet([]), keySet(["b", "a"]), keySet(["a", "a"])]).toEqual([[], ["a", "b"], ["a"]]);
});

const SUBNET = "urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::private-1";

test("a stack manages what has a URN, and not what is known by its AWS id", () => {
  expect([SUBNET, "subnet-0123", "a-urn:pulumi", ""].map(isManaged)).toEqual([true, false, false, false]);
});

test.each([
  { sentence: "a managed thing is its own subject", thing: SUBNET, users: ["b", "a"], subject: SUBNET },
  { sentence: "the subject of anything else is its first user", thing: "subnet-0123", users: ["b", "a"], subject: "a" },
  { sentence: "the subject of an unknown thing is its first user", thing: undefined, users: ["b", "a"], subject: "a" },
  { sentence: "without users there is no subject", thing: "subnet-0123", users: [], subject: "" },
])("$sentence", ({ thing, users, subject }) => {
  expect(subjectOf(thing, users)).toBe(subject);
});

test("the default group of a VPC has a key that tells its VPC and is no resource of the stack", () => {
  const vpcs = ["urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main", "vpc-0123"];
  const keys = vpcs.map(defaultGroupKey);
  expect(keys.map(vpcOfDefaultGroup)).toEqual(vpcs);
  expect(keys.map(isManaged)).toEqual([false, false]);
  expect(["sg-0123", ...vpcs].map(vpcOfDefaultGroup)).toEqual([undefined, undefined, undefined]);
});
