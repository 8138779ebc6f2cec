import type { Network } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, type Inputs, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [s0, s1] = [subnet("s0", main), subnet("s1", main)];
const a = securityGroup("a");
const base = [main, s0, s1, a];
const vpcConfig = { subnetIds: [idOf(s0)], securityGroupIds: [idOf(a)] };

function functionWith(name: string, inputs: Inputs): Resource {
  return resource("aws:lambda/function:Function", name, { vpcConfig, ...inputs });
}

describe("functions", () => {
  test("on a capacity provider hold nothing of their own", () => {
    const managed = functionWith("orders", { capacityProviderConfig: { lambdaManagedInstancesCapacityProviderConfig: {} } });
    expect(networkOf(preview([...base, managed])).attachments).toEqual([]);
  });

  test.each<{ sentence: string; capacityProviderConfig: Input }>([
    { sentence: "that name no capacity provider", capacityProviderConfig: null },
    { sentence: "of which it is unknown whether they are on one", capacityProviderConfig: applied([main], {}) },
  ])("$sentence are read by their own lists", ({ capacityProviderConfig }) => {
    const program = [...base, functionWith("orders", { capacityProviderConfig })];
    expect(networkOf(preview(program)).attachments).toMatchObject([{ subnets: { holes: 1 }, securityGroups: { holes: 1 } }]);
  });

  test("with groups and without subnets have an attachment", () => {
    const lists = { subnetIds: [], securityGroupIds: ["sg-1"] };
    expect(networkOf(preview([lambda("orders", lists)])).attachments).toMatchObject([
      { subnets: { known: [], holes: 0 }, securityGroups: { known: ["sg-1"] } },
    ]);
  });

  test("have a scope of their provider alone, if nothing shows its account; without a provider, an empty scope", () => {
    const scopeOf = (inputs: Inputs, provider?: { readonly urn: string }) => {
      const view = preview([...base, functionWith("orders", inputs)]);
      const resources = view.resources.map(({ urn, type, props, propertyDependencies }) => ({
        ...{ urn, type, props, propertyDependencies },
        ...(provider === undefined ? {} : { provider }),
      }));
      return scopesByName(networkOf({ ...view, resources })).get("orders");
    };
    expect([scopeOf({}, { urn: "urn:one" }), scopeOf({})]).toEqual(["urn:one", ""]);
  });

  test.each([
    { sentence: "that publish versions say so", publish: true, publishes: true },
    { sentence: "that publish none say nothing", publish: false, publishes: undefined },
    { sentence: "of which it is unknown say nothing", publish: applied([main], true), publishes: undefined },
  ])("$sentence", ({ publish, publishes }) => {
    expect(networkOf(preview([...base, functionWith("orders", { publish })])).attachments[0]?.publishes).toBe(publishes);
  });

  test("of other providers have other scopes, all others share one, in whichever Region they are", () => {
    const elsewhere = functionWith("elsewhere", { region: "eu-central-1" });
    const view = preview([...base, functionWith("orders", {}), functionWith("users", {}), elsewhere, functionWith("foreign", {})]);
    const resources = view.resources.map((one) => (one.urn.endsWith("::foreign") ? { ...one, provider: { urn: "urn:other" } } : one));
    const scopes = scopesByName(networkOf({ ...view, resources }));
    expect([scopes.get("users"), scopes.get("elsewhere")]).toEqual([scopes.get("orders"), scopes.get("orders")]);
    expect(new Set(scopes.values()).size).toBe(2);
  });
});

function scopesByName({ attachments }: Network): ReadonlyMap<string, string | undefined> {
  return new Map(attachments.map(({ consumer, scope }) => [consumer.slice(consumer.lastIndexOf(":") + 1), scope]));
}

describe("network connectors", () => {
  const type = "aws:lambda/coreNetworkConnector:CoreNetworkConnector";
  const connector = resource(type, "connector", {
    configuration: { vpcEgressConfiguration: { subnetIds: [idOf(s0), idOf(s1)], securityGroupIds: [idOf(a)] } },
  });

  test("are read apart from functions, by what their configuration depends on", () => {
    const { attachments, connectors } = networkOf(preview([...base, connector, lambda("orders", vpcConfig)]));
    expect(attachments.map(({ consumer }) => consumer)).toEqual([expect.stringContaining("::orders")]);
    expect(connectors).toMatchObject([
      { consumer: urnOf(connector), subnets: { holes: 2, candidates: [urnOf(s0), urnOf(s1)] }, securityGroups: { candidates: [urnOf(a)] } },
    ]);
  });

  test("with an unknown configuration are unknown lists, never none", () => {
    const unknown = resource(type, "connector", { configuration: applied([s0, a], {}) });
    expect(networkOf(preview([...base, unknown])).connectors).toMatchObject([{ subnets: { holes: "unknown" } }]);
  });

  test("without subnets and groups are none", () => {
    expect(networkOf(preview([resource(type, "connector", { configuration: {} })])).connectors).toEqual([]);
  });
});

describe("adopted resources may be what others name by id", () => {
  const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", {});
  const literal = lambda("users", { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1", "sg-2"] });
  const aliases = (view: View): Network["aliases"] => networkOf(view).aliases;

  test("an adopted group and the literal groups of functions, as long as its id does not show", () => {
    expect(aliases(preview([adopted, literal]))).toEqual([["sg-1", "sg-2", urnOf(adopted)]]);
    expect(aliases(settled([adopted, literal]))).toEqual([]);
  });

  test("two adopted groups, too", () => {
    const second = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "second", {});
    expect(aliases(preview([adopted, second]))).toEqual([[urnOf(adopted), urnOf(second)]]);
  });

  test("an adopted subnet and the literal subnets, never a group", () => {
    const defaultSubnet = resource("aws:ec2/defaultSubnet:DefaultSubnet", "default", {});
    expect(aliases(preview([defaultSubnet, literal]))).toEqual([["subnet-1", urnOf(defaultSubnet)]]);
  });

  test("an adopted VPC and the literal VPCs of subnets", () => {
    const defaultVpc = resource("aws:ec2/defaultVpc:DefaultVpc", "default", {});
    expect(aliases(preview([defaultVpc, subnet("s", main, { vpcId: "vpc-1" })]))).toEqual([[urnOf(defaultVpc), "vpc-1"]]);
  });

  test("an adopted resource alone, or groups that the stack makes, are alike to nothing", () => {
    expect(aliases(preview([adopted]))).toEqual([]);
    expect(aliases(preview([adopted, ...base, lambda("orders", vpcConfig)], base))).toEqual([]);
  });
});
