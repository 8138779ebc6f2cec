import type { Network } from "@lambda-vpc/model";
import type { PolicyResource } from "@lambda-vpc/sources";
import { describe, expect, jest, test } from "@jest/globals";
import { PackSession } from "./pack-session";
import { waiversSetting } from "../settings/waivers-setting";

/** A function in a VPC, as stack validation shows it. */
function lambda(name: string): PolicyResource {
  const props = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
  return { urn: `urn:${name}`, type: "aws:lambda/function:Function", props, propertyDependencies: {} };
}

function consumersOf({ attachments }: Network): readonly string[] {
  return attachments.map(({ consumer }) => consumer);
}

const [orders, users] = [lambda("orders"), lambda("users")];

test("the policies of one analysis look at one network", () => {
  const session = new PackSession(() => "2026-11-24");
  session.see("first", orders);
  const [first, second] = [session.begin("first", [orders]), session.begin("second", [orders])];
  expect(second.analysis).toBe(first.analysis);
  expect(first.policies).toEqual(new Set(["first", "second"]));
});

test("the next analysis begins anew, whichever policy it begins with", () => {
  const session = new PackSession(() => "2026-11-24");
  session.see("second", orders);
  session.begin("second", [orders]);
  session.see("second", users);
  expect(consumersOf(session.begin("first", [orders, users]).analysis.network)).toEqual(["urn:orders", "urn:users"]);
});

test("a policy that runs again begins the next analysis, where nothing was seen in between", () => {
  const session = new PackSession(() => "2026-11-24");
  session.begin("first", [orders]);
  const next = session.begin("first", [users]);
  expect([consumersOf(next.analysis.network), next.findings]).toEqual([["urn:users"], []]);
});

test("a setting told anew begins the next analysis", () => {
  const session = new PackSession(() => "2026-11-24");
  const before = session.begin("first", [orders]);
  session.configure(waiversSetting.id, {});
  expect(session.begin("second", [orders])).not.toBe(before);
});

test("inputs of an update replace those of the preview before it", () => {
  const session = new PackSession(() => "2026-11-24");
  const deployed = { ...orders, props: { vpcConfig: { subnetIds: ["subnet-2"], securityGroupIds: ["sg-1"] } } };
  for (const policy of ["first", "second"]) session.see(policy, orders);
  session.begin("first", [orders]);
  for (const policy of ["second", "first"]) session.see(policy, deployed);
  expect(session.begin("first", [deployed]).analysis.network.attachments).toMatchObject([{ subnets: { known: ["subnet-2"] } }]);
});

test("a resource that every policy is shown is read once", () => {
  const session = new PackSession(() => "2026-11-24");
  let read = 0;
  const props = Object.defineProperty({}, "runtime", { enumerable: true, configurable: true, value: "nodejs24.x" });
  const watched = new Proxy(props, { ownKeys: (target) => (read++, Reflect.ownKeys(target)) });
  for (const policy of ["first", "second", "third"]) session.see(policy, { urn: "urn:orders", props: watched });
  expect(read).toBe(1);
});

describe("a policy that need not be called", () => {
  const quiet = () => [];
  const speaking = () => [{ message: "too many" }];

  function roundOf(...policies: readonly string[]): PackSession {
    const session = new PackSession(() => "2026-11-24");
    for (const policy of policies) {
      session.configure(policy, {});
      session.see(policy, orders);
    }
    return session;
  }

  test("with further resources is any but the first that saw one", () => {
    const session = roundOf("first", "second");
    expect(["first", "second", "third"].filter((policy) => session.needsResource(policy))).toEqual(["first", "third"]);
  });

  test("with resources is none once the stack was analysed: the next run begins anew", () => {
    const session = roundOf("first", "second");
    session.decide("first", [orders], quiet);
    expect(["first", "second"].filter((policy) => session.needsResource(policy))).toEqual(["first", "second"]);
  });

  test("with the stack has nothing to say of it, and counts as run", () => {
    const session = roundOf("first", "second", "third");
    session.decide("first", [orders], quiet);
    expect([session.needsStack("second", quiet), session.needsStack("third", speaking)]).toEqual([false, true]);
    expect(session.begin("fourth", [orders]).policies).toEqual(new Set(["first", "second", "fourth"]));
  });

  test("with the stack is never the first, nor one whose configuration was not told", () => {
    const session = roundOf("first");
    expect(session.needsStack("first", quiet)).toBe(true);
    session.decide("first", [orders], quiet);
    expect(session.needsStack("second", quiet)).toBe(true);
  });

  test("is decided upon once, in its own configuration", () => {
    const session = roundOf("first", "second");
    session.configure("second", { max: 3 });
    const decide = jest.fn((_: unknown, configuration: object) => [{ message: JSON.stringify(configuration) }]);
    session.decide("first", [orders], quiet);
    for (let look = 0; look < 3; look++) session.needsStack("second", decide);
    expect(session.decide("second", [orders], speaking)).toEqual([{ message: '{"max":3}' }]);
    expect(decide).toHaveBeenCalledTimes(1);
  });
});

test("a waiver of a policy under a former id tolerates what it finds", () => {
  const session = new PackSession(() => "2026-11-24", new Map([["once", "now"]]));
  session.configure(waiversSetting.id, { entries: [{ policy: "once", subject: "*", reason: "r", expires: "2026-12-31" }] });
  const finding = { verdict: "violation", subject: "urn:orders", what: "w", why: "w", fix: "f", basis: "known" } as const;
  const run = session.begin("now", [orders]);
  expect([session.tolerance(run, "now")(finding), session.tolerance(run, "other")(finding)]).toEqual([true, false]);
});
