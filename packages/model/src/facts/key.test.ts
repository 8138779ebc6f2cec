import { expect, test } from "@jest/globals";
import { compareKeys, displayName, displayNames, keySet } from "./key";

test("keys sort by code unit, the same in every locale", () => {
  expect(["a", "Z", "ä", "b", "B"].toSorted(compareKeys)).toEqual(["B", "Z", "a", "b", "ä"]);
});

test("a set of keys is sorted and distinct", () => {
  expect(keySet(["b", "a", "b"])).toEqual(["a", "b"]);
});

test("a URN is known by its last part, an AWS id by itself", () => {
  expect(displayName("urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::private-1")).toBe("private-1");
  expect(displayName("subnet-0123")).toBe("subnet-0123");
});

test("three names are shown, and how many more there are", () => {
  expect(displayNames(["a", "b", "c"])).toBe("a, b, c");
  expect(displayNames(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});
