import fc from "fast-check";
import { oneOf, perhaps, tags } from "./arbitrary-expression";
import { idList } from "./arbitrary-ids";
import type { Declaration, Expression } from "./declaration";
import { lasting, type VpcResources } from "./vpc-resources";

const NO_VARIABLES = "{ variables: {} }";

/** A function in one of `vpcs`, or in none. */
export function lambdaFunction(name: string, vpcs: readonly VpcResources[]): fc.Arbitrary<Declaration> {
  return anyFunction(name, vpcs).filter(
    // Such a function seems to publish at every update on the bridge, changed or not: its empty environment is suppressed, and yet a change.
    ({ inputs }) => inputs["publish"] !== "true" || inputs["environment"] !== NO_VARIABLES,
  );
}

function anyFunction(name: string, vpcs: readonly VpcResources[]): fc.Arbitrary<Declaration> {
  return fc.oneof(
    {
      weight: 2,
      arbitrary: functionIn(name, vpcs, fc.record({ publish: perhaps(oneOf("false")), skipDestroy: perhaps(oneOf("false")) })),
    },
    // A version keeps its groups for good, and so does a function that is never deleted.
    functionIn(name, vpcs.map(lasting), fc.record({ publish: oneOf("true"), skipDestroy: rarely("true") })),
  );
}

type Inputs = Declaration["inputs"];

function functionIn(name: string, vpcs: readonly VpcResources[], permanence: fc.Arbitrary<Inputs>): fc.Arbitrary<Declaration> {
  return fc.constantFrom(...vpcs).chain((vpcResources) => functionAt(name, vpcResources, permanence));
}

function functionAt(name: string, vpcResources: VpcResources, permanence: fc.Arbitrary<Inputs>): fc.Arbitrary<Declaration> {
  return fc
    .record({
      packaging,
      permanence,
      settings: settings(vpcResources.vpc),
      // In the function's own VPC, because the replacement groups are really attached when the function is deleted.
      replacement: fc.oneof({ weight: 5, arbitrary: fc.constant<Inputs>({}) }, idList(vpcResources.groups, 2).map(replacement)),
      vpcConfig: fc.oneof({ weight: 9, arbitrary: attachment(vpcResources) }, fc.constant(undefined)),
      parent: fc.constantFrom({}, { parent: "team" }),
    })
    .map(({ packaging, permanence, settings, replacement, vpcConfig, parent }) => ({
      name,
      type: "lambda.Function",
      inputs: { role: "role.arn", ...packaging, ...permanence, ...settings, ...replacement, vpcConfig },
      ...parent,
    }));
}

const packaging: fc.Arbitrary<Inputs> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Inputs>({ code: "code", handler: '"index.handler"', runtime: '"nodejs22.x"' }) },
  fc.constant<Inputs>({ packageType: '"Image"', imageUri: '"123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1"' }),
  fc.constant<Inputs>({ s3Bucket: '"bucket"', s3Key: '"code.zip"', handler: '"index.handler"', runtime: '"nodejs22.x"' }),
);

function replacement(replacementSecurityGroupIds: Expression): Inputs {
  return { replaceSecurityGroupsOnDestroy: "true", replacementSecurityGroupIds };
}

/** What a function asks for: list by list, as one output, or a network of nothing. AWS refuses more than 5 groups, and one list without the other. */
function attachment({ subnets, groups }: VpcResources): fc.Arbitrary<Expression> {
  const lists = fc.record({ subnetIds: idList(subnets, 6), securityGroupIds: idList(groups, 5) });
  return fc.oneof(
    { weight: 8, arbitrary: lists.map((both) => `{ subnetIds: ${both.subnetIds}, securityGroupIds: ${both.securityGroupIds} }`) },
    {
      weight: 2,
      arbitrary: lists.map(
        (both) =>
          `pulumi.all([${both.subnetIds}, ${both.securityGroupIds}]).apply(([subnetIds, securityGroupIds]) => ({ subnetIds, securityGroupIds }))`,
      ),
    },
    fc.constant("{ subnetIds: [], securityGroupIds: [] }"),
  );
}

function settings(unknown: Expression): fc.Arbitrary<Inputs> {
  return fc.record({
    architectures: rarely('["arm64"]'),
    description: rarely('"takes orders"', '""'),
    environment: rarely('{ variables: { TABLE: "orders" } }', `{ variables: { TABLE: "orders", VPC: ${unknown} } }`, NO_VARIABLES),
    ephemeralStorage: rarely("{ size: 1024 }"),
    layers: rarely('["arn:aws:lambda:us-east-1:123456789012:layer:tools:1"]'),
    loggingConfig: rarely('{ logFormat: "JSON" }'),
    memorySize: rarely("256"),
    reservedConcurrentExecutions: rarely("5"),
    tags: perhaps(tags(unknown)),
    timeout: rarely("30", '"30"'),
    tracingConfig: rarely('{ mode: "Active" }'),
  });
}

function rarely(...expressions: readonly Expression[]): fc.Arbitrary<Expression | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, oneOf(...expressions));
}
