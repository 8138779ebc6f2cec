import { expect, jest, test } from "@jest/globals";
import { lazyCallbacks, looksAtEachCall, observedPasses, type SdkPolicy } from "./lazy-callbacks";

const sdk = jest.requireActual<{ version: string }>("@pulumi/policy/version");

const policy: SdkPolicy = { name: "few-things", description: "Things are few.", validateResource: () => {}, validateStack: () => {} };

test("a policy has callbacks only while the SDK must call it", () => {
  const needs = { resource: true, stack: false };
  const found = lazyCallbacks(policy, { resource: () => needs.resource, stack: () => needs.stack });
  expect(found).toEqual({ ...policy, validateStack: undefined });
  Object.assign(needs, { resource: false, stack: true });
  expect(found).toEqual({ ...policy, validateResource: undefined });
});

test("a copy keeps the callbacks that were there", () => {
  const needs = { now: true };
  const copy = { ...lazyCallbacks(policy, { resource: () => needs.now, stack: () => needs.now }) };
  needs.now = false;
  expect(copy).toEqual(policy);
});

test("the server of the installed SDK is known to look at each call; a later version is not", () => {
  expect([sdk.version, "2.0.0", ""].map(looksAtEachCall)).toEqual([true, false, false]);
});

test("each pass over a list of policies is observed, and looking at one of them is not", () => {
  const onPass = jest.fn();
  const policies = observedPasses([policy], onPass);
  expect(policies[0]).toBe(policy);
  expect(onPass).toHaveBeenCalledTimes(0);
  for (let pass = 1; pass < 4; pass++) {
    expect([...policies]).toEqual([policy]);
    expect(onPass).toHaveBeenCalledTimes(pass);
  }
});
