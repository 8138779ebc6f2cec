import { byHand } from "../fix/fix";
import type { PolicyResource } from "@lambda-vpc/sources";
import { describe, expect, test } from "@jest/globals";
import { waiversSetting } from "../settings/waivers-setting";
import { PackSession } from "./pack-session";

const orders: PolicyResource = {
  ...{ urn: "urn:orders", type: "aws:lambda/function:Function", propertyDependencies: {} },
  props: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
};

test("a resource that every policy is shown is read once", () => {
  const session = new PackSession(() => "2026-11-24");
  let read = 0;
  const props = Object.defineProperty({}, "runtime", { enumerable: true, configurable: true, value: "nodejs24.x" });
  const watched = new Proxy(props, { ownKeys: (target) => (read++, Reflect.ownKeys(target)) });
  for (const policy of ["first", "second", "third"]) session.see(policy, { urn: "urn:orders", props: watched });
  expect(read).toBe(1);
});

describe("a policy must be called with the next resource", () => {
  function phaseOf(...policies: readonly string[]): PackSession {
    const session = new PackSession(() => "2026-11-24");
    for (const policy of policies) {
      session.configure(policy, {});
      session.see(policy, orders);
    }
    return session;
  }

  test("if it saw the first one, or was not called yet", () => {
    const session = phaseOf("first", "second");
    expect(["first", "second", "third"].filter((policy) => session.needsResource(policy))).toEqual(["first", "third"]);
  });

  test("if the stack was analysed since: the next run begins anew", () => {
    const session = phaseOf("first", "second");
    session.begin([orders]);
    expect(["first", "second"].filter((policy) => session.needsResource(policy))).toEqual(["first", "second"]);
  });

  test("and asking so, in any order and twice, changes nothing", () => {
    const session = phaseOf("first", "second");
    const ask = (): readonly boolean[] => ["third", "first", "second", "first", "third"].map((id) => session.needsResource(id));
    expect(ask()).toEqual(ask());
    expect(session.begin([orders]).configuredIds).toEqual(new Set(["first", "second"]));
  });
});

test("a run knows which policies were configured in the phase before it, and no longer those of an earlier phase", () => {
  const session = new PackSession(() => "2026-11-24");
  session.configure("first", {});
  expect(session.begin([orders]).configuredIds).toEqual(new Set(["first"]));
  session.configure("second", {});
  expect(session.begin([orders]).configuredIds).toEqual(new Set(["second"]));
});

test("a waiver of a policy under a former id tolerates what it finds", () => {
  const session = new PackSession(() => "2026-11-24", new Map([["once", "now"]]));
  session.configure(waiversSetting.id, { entries: [{ policy: "once", pattern: "*", reason: "r", expires: "2026-12-31" }] });
  const finding = {
    verdict: "violation",
    subject: "urn:orders",
    what: "w",
    why: "w",
    fix: byHand("f", "only people know"),
    basis: "known",
  } as const;
  const run = session.begin([orders]);
  const tolerated = ["now", "other"].map((policy) => session.tolerance(run, policy).tolerated?.(finding));
  expect(tolerated).toEqual([true, false]);
});
