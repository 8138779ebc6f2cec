import { describe, expect, test } from "@jest/globals";
import { applied, idOf, preview, type Resource, settled, urnOf, type View } from "./program";
import { holder, lambda, securityGroup, subnet, vpc } from "./sample-resources";
import { UNKNOWN_TEXT as U } from "./terraform-bridge";

const main = vpc("main");
const [s0, s1, s9] = [subnet("s0", main), subnet("s1", main), subnet("s9", main)];
const [a, b] = [securityGroup("a", { vpcId: idOf(main) }), securityGroup("b", { vpcId: idOf(main) })];
const elsewhere = [main, s0, s1, s9, a, b];

const orders = lambda("orders", { subnetIds: [idOf(s0), idOf(s1)], securityGroupIds: [idOf(a)] });
const swapped = lambda("swapped", { subnetIds: [idOf(s1), idOf(s0)], securityGroupIds: [idOf(b), idOf(a)] });
const cut = lambda("cut", { subnetIds: applied([s0, s1], [idOf(s0)]), securityGroupIds: [idOf(a)] });
const mixed = lambda("mixed", { subnetIds: ["subnet-known"], securityGroupIds: [idOf(a), "sg-known"] });
const whole = lambda("whole", applied([s0, a], { subnetIds: [idOf(s0)], securityGroupIds: [idOf(a)] }));
const later = lambda("later", { subnetIds: [idOf(s0), idOf(s9), idOf(s1)], securityGroupIds: [idOf(b)] });

/** The properties behind the SDK's proxy, and the names of what `vpcConfig` depends on. */
function shown(view: View, resource: Resource): { inputs: unknown; outputs: unknown; dependsOn: readonly string[] } {
  const byUrn = ({ urn }: { readonly urn: string }): boolean => urn === urnOf(resource);
  const planned = view.resources.find(byUrn);
  const dependencies = planned?.propertyDependencies["vpcConfig"] ?? [];
  return {
    inputs: plain(view.validated.find(byUrn)?.props),
    outputs: plain(planned?.props),
    dependsOn: dependencies.map(({ urn }) => urn.slice(urn.lastIndexOf(":") + 1)),
  };
}

function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.keys(value).map((name) => [name, plain(Object.getOwnPropertyDescriptor(value, name)?.value)] as const);
  return Array.isArray(value) ? entries.map(([, element]) => element) : Object.fromEntries(entries);
}

describe("at a first preview the stand-in shows what the bridge shows (facts, section 1.2)", () => {
  const rows: readonly { sentence: string; resource: Resource; inputs: unknown; outputs: unknown; dependsOn: readonly string[] }[] = [
    {
      sentence: "ids of new resources: inputs element by element, planned sets wholly unknown",
      resource: orders,
      inputs: { subnetIds: [U, U], securityGroupIds: [U] },
      outputs: { subnetIds: U, securityGroupIds: U },
      dependsOn: ["s0", "s1", "a"],
    },
    {
      sentence: "a list cut by an apply: unknown as a whole, and it depends on more than it takes",
      resource: cut,
      inputs: { subnetIds: U, securityGroupIds: [U] },
      outputs: { subnetIds: U, securityGroupIds: U },
      dependsOn: ["s0", "s1", "a"],
    },
    {
      sentence: "one unknown element hides the known ones of its set in the planned outputs, and only there",
      resource: mixed,
      inputs: { subnetIds: ["subnet-known"], securityGroupIds: [U, "sg-known"] },
      outputs: { subnetIds: ["subnet-known"], securityGroupIds: U },
      dependsOn: ["a"],
    },
  ];

  test.each(rows)("$sentence", ({ resource, inputs, outputs, dependsOn }) => {
    const view = shown(preview([...elsewhere, resource]), resource);
    expect(view.inputs).toEqual({ runtime: "nodejs24.x", vpcConfig: { ...(inputs as object), __defaults: [] }, __defaults: [] });
    expect(view.outputs).toMatchObject({ vpcConfig: { ...(outputs as object), vpcId: U, ipv6AllowedForDualStack: false }, id: U });
    expect(view.dependsOn).toEqual(dependsOn);
  });

  test("a vpcConfig out of one apply is unknown as a whole in both views", () => {
    const view = shown(preview([...elsewhere, whole]), whole);
    expect(view).toMatchObject({ inputs: { vpcConfig: U }, outputs: { vpcConfig: U }, dependsOn: ["s0", "a"] });
  });

  test("what a group or subnet did not give and the provider computes is unknown", () => {
    const view = preview(elsewhere);
    expect(shown(view, a)).toMatchObject({ inputs: { vpcId: U }, outputs: { egress: U, ingress: U, id: U } });
    expect(shown(view, s0).outputs).toMatchObject({ availabilityZone: U, cidrBlock: "10.0.0.0/24" });
  });

  test("inside a rule block, cidrBlocks stay and securityGroups collapse", () => {
    const block = { protocol: "tcp", cidrBlocks: ["10.0.0.0/8"], securityGroups: [idOf(a), "sg-known"] };
    const group = securityGroup("c", { egress: [block] });
    expect(shown(preview([a, group]), group).outputs).toMatchObject({ egress: [{ cidrBlocks: ["10.0.0.0/8"], securityGroups: U }] });
  });

  test("components have a parent and children but neither provider nor id", () => {
    const shared = holder("shared");
    const { resources } = preview([shared, securityGroup("inside", {}, shared)]);
    const [, parent, child] = resources;
    expect(parent?.provider).toBeUndefined();
    expect(Object.keys(parent?.props ?? {})).toEqual([]);
    expect(child?.provider).toBeDefined();
    expect(child?.parent?.urn).toBe(parent?.urn);
    expect(child?.urn).toBe("urn:pulumi:dev::shop::shop:index:Holder$aws:ec2/securityGroup:SecurityGroup::inside");
  });
});

describe("after up", () => {
  test("ids are outputs, and sets come back sorted instead of in the program's order", () => {
    const view = shown(settled([...elsewhere, swapped]), swapped);
    expect(view.inputs).toMatchObject({ vpcConfig: { subnetIds: ["subnet-s1", "subnet-s0"], securityGroupIds: ["sg-b", "sg-a"] } });
    expect(view.outputs).toMatchObject({
      vpcConfig: { subnetIds: ["subnet-s0", "subnet-s1"], securityGroupIds: ["sg-a", "sg-b"], vpcId: "vpc-found-by-aws" },
      id: "swapped",
    });
    expect(shown(settled(elsewhere), a).outputs).toMatchObject({ id: "sg-a", egress: [] });
  });

  test("a preview of a change mixes known and unknown in one input list, and the planned set is unknown", () => {
    const existing = elsewhere.filter((resource) => resource !== s9);
    const view = shown(preview([...elsewhere, later], existing), later);
    expect(view.inputs).toMatchObject({ vpcConfig: { subnetIds: ["subnet-s0", U, "subnet-s1"], securityGroupIds: ["sg-b"] } });
    expect(view.outputs).toMatchObject({ vpcConfig: { subnetIds: U, securityGroupIds: ["sg-b"] } });
    expect(view.dependsOn).toEqual(["s0", "s9", "s1", "b"]);
  });
});
