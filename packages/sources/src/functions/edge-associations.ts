import { type EdgeAssociation, keySet } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";
import { propertyOf, type ValuePath, valuesAt } from "../stack/values-at";

/** The paths of the ARNs of functions in each type of distribution. */
const arnPaths: Readonly<Record<string, readonly ValuePath[]>> = {
  "aws:cloudfront/distribution:Distribution": [
    "defaultCacheBehavior.lambdaFunctionAssociations[].lambdaArn",
    "orderedCacheBehaviors[].lambdaFunctionAssociations[].lambdaArn",
  ],
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution": [
    "defaultCacheBehavior.lambdaFunctionAssociations[].lambdaFunctionArn",
    "cacheBehaviors[].lambdaFunctionAssociations[].lambdaFunctionArn",
  ],
  "aws-native:cloudfront:Distribution": [
    "distributionConfig.defaultCacheBehavior.lambdaFunctionAssociations[].lambdaFunctionArn",
    "distributionConfig.cacheBehaviors[].lambdaFunctionAssociations[].lambdaFunctionArn",
  ],
};

/** The functions of the stack that its distributions run, or may run. Each pair of a distribution and a function occurs once. */
export function readEdgeAssociations(stack: Stack): readonly EdgeAssociation[] {
  const distributions = stack.resources.filter(({ type }) => Object.hasOwn(arnPaths, type));
  const found = distributions.flatMap((distribution) => {
    const paths = arnPaths[distribution.type] ?? [];
    const properties = Map.groupBy(paths, propertyOf);
    return [...properties].flatMap(([property, of]) => associationsOf(stack, distribution, property, of));
  });
  const pairs = Map.groupBy(found, (one) => JSON.stringify([one.distribution, one.function]));
  return [...pairs.values()].flatMap((same) => same.find(({ uncertainty }) => uncertainty === undefined) ?? same.slice(0, 1));
}

function associationsOf(
  stack: Stack,
  distribution: StackResource,
  property: string,
  paths: readonly ValuePath[],
): readonly EdgeAssociation[] {
  const lists = paths.map((path) => valuesAt(distribution.inputs ?? distribution.outputs, path));
  const arns = lists.flatMap((list) => (list === UNKNOWN ? [] : list));
  const known = arns.flatMap((arn) => (typeof arn === "string" ? associationWith(stack, distribution, arn) : []));
  const holes = lists.includes(UNKNOWN) ? "unknown" : arns.filter((arn) => arn === UNKNOWN).length;
  if (holes === 0) return known;
  const candidates = functionsBehind(stack, stack.dependencies(distribution, property));
  // One function may be associated several times, and each candidate is there for a reason.
  const isCertain = holes !== "unknown" && holes >= candidates.length;
  return [
    ...known,
    ...candidates.map((key) => ({
      distribution: distribution.urn,
      function: key,
      ...(isCertain ? {} : { uncertainty: "association-unknown" as const }),
    })),
  ];
}

/** The function of the stack whose version `arn` names. Only its latest published version surely has its present configuration. */
function associationWith(stack: Stack, distribution: StackResource, arn: string): readonly EdgeAssociation[] {
  const named = stack.ofKind("function").find(({ outputs }) => typeof outputs["arn"] === "string" && arn.startsWith(`${outputs["arn"]}:`));
  if (named === undefined) return [];
  const isLatest = named.outputs["qualifiedArn"] === arn && given(named, "publish") === true;
  return [{ distribution: distribution.urn, function: named.urn, ...(isLatest ? {} : { uncertainty: "version-unknown" as const }) }];
}

/** The functions among dependencies, in components among them, and behind versions: `aws-native:lambda:Version` is a resource. */
function functionsBehind(stack: Stack, dependencies: readonly StackResource[]): readonly string[] {
  const versions = dependencies.filter(({ type }) => type === "aws-native:lambda:Version");
  const ofVersions = versions.flatMap((version) => stack.candidates(stack.dependencies(version, "functionName"), "function"));
  return keySet([...stack.candidates(dependencies, "function"), ...ofVersions]);
}
