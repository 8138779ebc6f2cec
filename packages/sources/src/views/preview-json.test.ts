import { describe, expect, test } from "@jest/globals";
import { readPreviewJson } from "./preview-json";
import type { StackResource } from "../stack/stack-resource";
import { previewJsonOf } from "../testing/preview-json-of";
import { idOf, type Resource, urnOf } from "../testing/program";
import { lambda, securityGroup, sharedVpcConfig, subnet, vpc } from "../testing/sample-resources";
import type { JsonObject } from "../testing/terraform-bridge";
import { UNKNOWN } from "../stack/value";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const web = securityGroup("web", { vpcId: idOf(main) });
const orders = lambda("orders", { subnetIds: [idOf(a), idOf(b)], securityGroupIds: [idOf(web), "sg-known"] });
const program = [main, a, b, web, orders];

function found(resources: readonly StackResource[], resource: Resource): StackResource | undefined {
  return resources.find(({ urn }) => urn === urnOf(resource));
}

/** What is read of the security group once `change` made its step into others. */
function readGroup(
  change: (step: JsonObject) => readonly JsonObject[],
  existing: readonly Resource[] = program,
): StackResource | undefined {
  const steps = previewJsonOf(program, existing, (all) => all.flatMap((step) => (step["urn"] === urnOf(web) ? change(step) : step)));
  return found(readPreviewJson(steps), web);
}

describe("at a first preview", () => {
  test("inputs show unknowns element by element, with what they depend on and without planned outputs", () => {
    expect(found(readPreviewJson(previewJsonOf(program)), orders)).toMatchObject({
      custom: true,
      inputs: { vpcConfig: { subnetIds: [UNKNOWN, UNKNOWN], securityGroupIds: [UNKNOWN, "sg-known"] } },
      outputs: {},
      provider: "urn:pulumi:dev::sample::pulumi:providers:aws::default",
      propertyDependencies: { vpcConfig: [urnOf(a), urnOf(b), urnOf(web)] },
    });
  });

  test("planned outputs that were there in time change nothing", () => {
    const early = previewJsonOf(program);
    const late = previewJsonOf(program, [], (steps) =>
      steps.map((step) => ({ ...step, newState: { ...(step["newState"] as JsonObject), id: "late", outputs: { id: "late" } } })),
    );
    expect(readPreviewJson(late)).toEqual(readPreviewJson(early));
  });

  test("a component stands with what it was given for what it registers", () => {
    const given = { subnetIds: [idOf(a), "subnet-known"] };
    const shared = sharedVpcConfig("shared", given, { subnetIds: ["hidden"], securityGroupIds: ["hidden"] });
    expect(found(readPreviewJson(previewJsonOf([main, a, shared])), shared)).toMatchObject({
      custom: false,
      outputs: { subnetIds: [UNKNOWN, "subnet-known"] },
    });
  });
});

describe("what becomes of a resource that exists", () => {
  const old = { ...web.inputs, id: "sg-web", egress: [], description: "old" };

  test("one that stays keeps its id and what else the program does not give", () => {
    expect(readGroup((step) => [step])?.outputs).toMatchObject({ id: "sg-web", egress: [] });
  });

  test("one that is updated does too, and what the program gives is told by its inputs alone", () => {
    const updated = readGroup((step) => [
      { ...step, op: "update", oldState: { ...(step["oldState"] as JsonObject), outputs: { ...old, vpcId: "vpc-old" } } },
    ]);
    expect(updated).toMatchObject({ inputs: { vpcId: "vpc-main" }, outputs: { id: "sg-web", description: "old" } });
    expect(updated?.outputs).not.toHaveProperty("vpcId");
  });

  const anew = ["replace", "create-replacement"].map((op) => ({ op }));
  test.each(anew)("one with the operation $op is made anew: its id does not show", ({ op }) => {
    expect(readGroup((step) => [{ ...step, op }])?.outputs).toEqual({});
  });

  test("a replacement in several steps is one resource", () => {
    const steps = ["create-replacement", "replace", "delete-replaced"];
    const text = previewJsonOf(program, program, (all) =>
      all.flatMap<JsonObject>((step) => (step["urn"] === urnOf(web) ? steps.map((op) => ({ ...step, op })) : step)),
    );
    expect(readPreviewJson(text).filter(({ urn }) => urn === urnOf(web))).toHaveLength(1);
  });

  test("one that is imported has the id that it is imported by", () => {
    const imported = (step: JsonObject) => [{ ...step, op: "import", newState: { ...(step["newState"] as JsonObject), importID: "sg-1" } }];
    expect(readGroup(imported)?.outputs).toEqual({ id: "sg-1" });
  });

  test("one that replaces what it is imported over has that id too, and one that shows no such id shows none", () => {
    const imported = (importID: string | undefined) => (step: JsonObject) => [
      {
        ...step,
        op: "import-replacement",
        newState: { ...(step["newState"] as JsonObject), ...(importID === undefined ? {} : { importID }) },
      },
    ];
    expect(readGroup(imported("sg-1"))?.outputs).toEqual({ id: "sg-1" });
    expect(readGroup(imported(undefined))?.outputs).toEqual({});
  });

  const gone = [
    "delete",
    "delete-replaced",
    "discard",
    "discard-replaced",
    "remove-pending-replace",
    "read",
    "read-replacement",
    "refresh",
    "diff",
    "extend-parameterize",
  ].map((op) => ({
    op,
  }));
  test.each(gone)("one with the operation $op alone is left out", ({ op }) => {
    expect(readGroup((step) => [{ ...step, op }])).toBeUndefined();
  });

  test("a read resource is left out although it stays the same", () => {
    expect(readGroup((step) => [{ ...step, newState: { ...(step["newState"] as JsonObject), external: true } }])).toBeUndefined();
  });
});
