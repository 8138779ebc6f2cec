import type { Network } from "@lambda-vpc/model";
import type { PolicyResource } from "@lambda-vpc/sources";
import { expect, test } from "@jest/globals";
import { PackSession } from "./pack-session";
import { waiversSetting } from "./waivers-setting";

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
  session.configure(waiversSetting, {});
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
