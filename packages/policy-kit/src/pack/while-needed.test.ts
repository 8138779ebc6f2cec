import { expect, jest, test } from "@jest/globals";
import { looksAtEachCall, type SdkPolicy, whileNeeded } from "./while-needed";

const sdk = jest.requireActual<{ version: string }>("@pulumi/policy/version");

const policy: SdkPolicy = { name: "few-things", description: "Things are few.", validateResource: () => {}, validateStack: () => {} };

test("functions of a policy are there while they are needed, and again when they are", () => {
  const needs = { resource: true, stack: false };
  const found = whileNeeded(policy, { resource: () => needs.resource, stack: () => needs.stack });
  expect(found).toEqual({ ...policy, validateStack: undefined });
  Object.assign(needs, { resource: false, stack: true });
  expect(found).toEqual({ ...policy, validateResource: undefined });
});

test("a copy keeps the functions that were there", () => {
  const needs = { now: true };
  const copy = { ...whileNeeded(policy, { resource: () => needs.now, stack: () => needs.now }) };
  needs.now = false;
  expect(copy).toEqual(policy);
});

test("the server of the SDK that is installed is known to look at each call; of one to come nothing is known", () => {
  expect([sdk.version, "2.0.0", ""].map(looksAtEachCall)).toEqual([true, false, false]);
});
