import { describe, expect, jest, test } from "@jest/globals";
import { type PolicyResource, readPolicyResources, SeenInputs } from "./policy-resources";
import { preview, resource, urnOf } from "../testing/program";
import { holder } from "../testing/sample-resources";
import { UNKNOWN } from "../stack/value";

const thing = resource("random:index/thing:Thing", "thing");

/** What is read of one resource with the properties `props`, in both views. */
function read(props: object, seen = new SeenInputs()): { readonly inputs?: unknown; readonly outputs: unknown } {
  const resources: readonly PolicyResource[] = [
    { urn: urnOf(thing), type: thing.type, props, provider: { urn: "provider" }, propertyDependencies: {} },
  ];
  const [first] = readPolicyResources(resources, seen);
  if (first === undefined) throw new Error("nothing was read");
  return first;
}

describe("properties become plain values", () => {
  const { unknownCheckingProxy, ...sentinels } = jest.requireActual<{ unknownCheckingProxy: (props: object) => object }>(
    "@pulumi/policy/proxy",
  );
  const unknowns = Object.entries(sentinels).filter((entry): entry is [string, string] => /^unknown\w+Value$/.test(entry[0]));

  test("the SDK has a sentinel for each of seven types", () => {
    expect(unknowns.map(([name]) => name)).toHaveLength(7);
  });

  test.each(unknowns)("the SDK's %s is unknown, alone, in a list and in an object, without the proxy's throwing", (_name, sentinel) => {
    const props = unknownCheckingProxy({ alone: sentinel, list: ["known", sentinel], object: { inner: sentinel } });
    expect(read(props).outputs).toEqual({ alone: UNKNOWN, list: ["known", UNKNOWN], object: { inner: UNKNOWN } });
  });

  test("texts, numbers, booleans and nulls stay, and what is no JSON becomes null", () => {
    const props = { text: "a", number: 1, boolean: false, nothing: null, missing: undefined, call: () => 1, big: 1n };
    expect(read(props).outputs).toEqual({ text: "a", number: 1, boolean: false, nothing: null, missing: null, call: null, big: null });
  });

  test("a text that only looks like a sentinel stays a text", () => {
    expect(read({ id: "04da6b54-80e4-46f7-96ec-b56ff0331ba0" }).outputs).toEqual({ id: "04da6b54-80e4-46f7-96ec-b56ff0331ba0" });
  });
});

describe("the two views are joined by URN", () => {
  test("inputs are those that resource validation showed last", () => {
    const seen = new SeenInputs();
    seen.see({ urn: urnOf(thing), props: { size: 1 } });
    seen.see({ urn: urnOf(thing), props: { size: 2 } });
    expect(read({ size: 3 }, seen)).toMatchObject({ inputs: { size: 2 }, outputs: { size: 3 } });
  });

  test("a resource that resource validation did not show has no inputs, not empty ones", () => {
    expect(read({ size: 3 })).not.toHaveProperty("inputs");
  });

  test("components are not custom; resources with a provider are, and known types even where no provider shows", () => {
    const shared = holder("shared");
    const { resources } = preview([shared, thing]);
    const unprovided = { urn: "urn:x", type: "aws:ec2/vpc:Vpc", props: {}, propertyDependencies: {} };
    const read = readPolicyResources([...resources, unprovided], new SeenInputs());
    expect(read.map(({ type, custom }) => [type, custom])).toEqual([
      ["pulumi:pulumi:Stack", false],
      ["shop:index:Holder", false],
      ["random:index/thing:Thing", true],
      ["aws:ec2/vpc:Vpc", true],
    ]);
  });
});
