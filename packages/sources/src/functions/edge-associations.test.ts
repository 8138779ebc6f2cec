import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, component, type Input, type Inputs, preview, type Resource, resource, urnOf } from "../testing/program";

const arnOf = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const edge = (name: string, inputs: Inputs = {}, parent?: Resource): Resource =>
  resource("aws:lambda/function:Function", name, { publish: true, arn: arnOf(name), qualifiedArn: `${arnOf(name)}:3`, ...inputs }, parent);
const [one, two] = [edge("one"), edge("two")];

const behavior = (...arns: readonly Input[]): Inputs => ({ lambdaFunctionAssociations: arns.map((lambdaArn) => ({ lambdaArn })) });
const later = (...functions: readonly Resource[]) => applied(functions, "arn");
const distribution = (inputs: Inputs, type = "aws:cloudfront/distribution:Distribution") => resource(type, "cdn", inputs);

/** The names of the functions that a distribution runs, with the reason where that is uncertain. */
function associated(cdn: Resource, ...others: readonly Resource[]): readonly string[] {
  return (networkOf(preview([cdn, ...others])).edgeAssociations ?? []).map((found) => {
    expect(found.distribution).toBe(urnOf(cdn));
    return [found.function.split("::").at(-1), found.uncertainty].join(" ").trim();
  });
}

test("each behavior associates the functions that its ARNs depend on", () => {
  const cdn = distribution({ defaultCacheBehavior: behavior(later(one)), orderedCacheBehaviors: [{}, behavior(later(two), later(two))] });
  expect(associated(cdn, one, two)).toEqual(["one", "two"]);
});

test("a function in a component is behind the outputs of the component", () => {
  const site = component("shop:index:Site", "site");
  const inner = edge("inner", {}, site);
  expect(associated(distribution({ defaultCacheBehavior: behavior(applied([site], "arn")) }), site, inner)).toEqual(["inner"]);
});

test("fewer ARNs than functions, or behaviors that are unknown as a whole, leave open which function it is", () => {
  expect(associated(distribution({ defaultCacheBehavior: behavior(later(one, two)) }), one, two)).toEqual([
    "one association-unknown",
    "two association-unknown",
  ]);
  expect(associated(distribution({ orderedCacheBehaviors: applied([one], []) }), one)).toEqual(["one association-unknown"]);
});

test("a known ARN names a version: the latest has the configuration of a function that publishes", () => {
  const silent = edge("silent", { publish: false });
  const cdn = (arn: string) => distribution({ defaultCacheBehavior: behavior(arn) });
  expect(associated(cdn(`${arnOf("one")}:3`), one)).toEqual(["one"]);
  expect(associated(cdn(`${arnOf("one")}:2`), one)).toEqual(["one version-unknown"]);
  expect(associated(cdn(`${arnOf("silent")}:3`), silent)).toEqual(["silent version-unknown"]);
  expect(associated(cdn(`${arnOf("on")}:3`), one)).toEqual([]);
});

test("what is certain in one behavior is certain, whatever another one leaves open", () => {
  const cdn = distribution({ defaultCacheBehavior: behavior(later(one)), orderedCacheBehaviors: applied([one], []) });
  expect(associated(cdn, one)).toEqual(["one"]);
});

test("aws-native nests the behaviors, and a version is a resource", () => {
  const version = resource("aws-native:lambda:Version", "version", { functionName: applied([one], "one") });
  const association = { lambdaFunctionAssociations: [{ lambdaFunctionArn: applied([version], "arn") }] };
  const cdn = distribution({ distributionConfig: { defaultCacheBehavior: association } }, "aws-native:cloudfront:Distribution");
  expect(associated(cdn, version, one)).toEqual(["one"]);
});

test("a distribution without functions associates none, even if it depends on one", () => {
  expect(associated(distribution({ origins: [{ domainName: later(one) }], defaultCacheBehavior: behavior() }), one)).toEqual([]);
});
