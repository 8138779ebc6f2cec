import { describe, expect, test } from "@jest/globals";
import { readStateFile } from "./state-file";
import { idOf, settled, urnOf } from "../testing/program";
import { lambda, securityGroup, sharedVpcConfig, subnet, vpc } from "../testing/sample-resources";
import { stateFileOf } from "../testing/state-file-of";
import type { JsonObject } from "../testing/terraform-bridge";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const web = securityGroup("web", { vpcId: idOf(main) });
const orders = lambda("orders", { subnetIds: [idOf(b), idOf(a)], securityGroupIds: [idOf(web)] });
const program = [main, a, b, web, orders];

/** What is read of the program's state, with `flags` set on the function. */
function readWith(flags: JsonObject) {
  return readStateFile(
    stateFileOf(program, (resources) => resources.map((one) => (one["urn"] === urnOf(orders) ? { ...one, ...flags } : one))),
  );
}

const urns = (resources: readonly { readonly urn: string }[]): readonly string[] => resources.map(({ urn }) => urn);

describe("a resource of a state file", () => {
  test("has its inputs, outputs, parent, dependencies, and its provider without the provider's id", () => {
    const { resources } = readStateFile(stateFileOf(program));
    const stack = urns(settled(program).resources)[0];
    expect(resources.find(({ urn }) => urn === urnOf(orders))).toMatchObject({
      type: "aws:lambda/function:Function",
      custom: true,
      inputs: { vpcConfig: { subnetIds: ["subnet-b", "subnet-a"], securityGroupIds: ["sg-web"] } },
      outputs: { id: "orders", vpcConfig: { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-web"] } },
      provider: "urn:pulumi:dev::sample::pulumi:providers:aws::default",
      parent: stack,
      propertyDependencies: { runtime: [], vpcConfig: [urnOf(b), urnOf(a), urnOf(web)] },
    });
  });

  test("that is a component, the stack or a provider is nothing in AWS", () => {
    const shared = sharedVpcConfig("shared", {}, { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] });
    const { resources } = readStateFile(stateFileOf([shared, main]));
    expect(resources.map(({ type, custom }) => [type, custom])).toEqual([
      ["pulumi:providers:aws", false],
      ["pulumi:pulumi:Stack", false],
      ["lambda-vpc:index:SharedVpcConfig", false],
      ["aws:ec2/vpc:Vpc", true],
    ]);
    expect(resources[2]?.outputs).toEqual({ subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] });
  });
});

describe("what the stack does not hold, or not for long", () => {
  test("a read resource is left out", () => {
    expect(urns(readWith({ external: true }).resources)).not.toContain(urnOf(orders));
  });

  test("a resource that a replacement has outlived lingers, beside the one that replaced it", () => {
    const state = readStateFile(stateFileOf(program, (resources) => [...resources, ...resources.map((one) => ({ ...one, delete: true }))]));
    expect(state.resources).toEqual(readStateFile(stateFileOf(program)).resources);
    expect(urns(state.lingering)).toContain(urnOf(orders));
  });

  test("a read resource that was replaced does not linger: there is nothing to delete", () => {
    expect(readWith({ external: true, delete: true }).lingering).toEqual([]);
  });

  test("a resource that was deleted to be replaced is gone", () => {
    const { resources, lingering } = readWith({ pendingReplacement: true });
    expect(urns([...resources, ...lingering])).not.toContain(urnOf(orders));
  });

  test("what an interrupted deployment was working on is in doubt", () => {
    const state = JSON.parse(stateFileOf(program)) as { deployment: object };
    const pending = { type: "creating", resource: { urn: "urn:late", custom: true, type: "aws:ec2/vpc:Vpc" } };
    const text = JSON.stringify({ ...state, deployment: { ...state.deployment, pending_operations: [pending] } });
    expect(readStateFile(text).pending).toEqual(["urn:late"]);
    expect(readStateFile(stateFileOf(program)).pending).toEqual([]);
  });
});

test("a stack without resources holds nothing", () => {
  expect(readStateFile('{"version": 3, "deployment": {"manifest": {}}}')).toEqual({ resources: [], lingering: [], pending: [] });
});

test.each([3, 4])("deployments of version %i are read", (version) => {
  expect(readStateFile(JSON.stringify({ version, deployment: {} })).resources).toEqual([]);
});
