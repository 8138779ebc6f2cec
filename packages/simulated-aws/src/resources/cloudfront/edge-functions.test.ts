import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { requireEdgeFunctions } from "./edge-functions";

/** Two functions with a published version each, of which one is in a VPC. */
function example() {
  const made = new AccountExample();
  made.lambda("inside", [made.subnet()], [made.group()], true);
  made.lambda("outside", [], [], true);
  const arn = (name: string) => `arn:aws:lambda:us-east-1:${made.account.id}:function:${name}`;
  const associating = (lambdaArn: string) => ({ lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn }] });
  return { account: made.account, arn, associating };
}

test("CloudFront refuses a version that is in a VPC, in any behavior", () => {
  const { account, arn, associating } = example();
  const inside = associating(arn("inside:1"));
  const refused = /^InvalidLambdaFunctionAssociation: The function cannot have a VPC configuration. Function: arn:.*:function:inside:1$/;
  const outside = associating(arn("outside:1"));
  expect(() => {
    requireEdgeFunctions(account, { defaultCacheBehavior: inside });
  }).toThrow(refused);
  for (const name of ["orderedCacheBehaviors", "cacheBehaviors"])
    expect(() => {
      requireEdgeFunctions(account, { defaultCacheBehavior: outside, [name]: [outside, inside] });
    }).toThrow(refused);
});

test("CloudFront accepts versions outside a VPC, and what this account does not have", () => {
  const { account, arn, associating } = example();
  const elsewhere = { lambdaFunctionAssociations: [{ lambdaFunctionArn: "arn:aws:lambda:us-east-1:999999999999:function:inside:1" }] };
  requireEdgeFunctions(account, { defaultCacheBehavior: associating(arn("outside:1")), orderedCacheBehaviors: [elsewhere, {}] });
  requireEdgeFunctions(account, { defaultCacheBehavior: associating(arn("gone:1")) });
  requireEdgeFunctions(account, {});
});

test.each(["outside", "outside:$LATEST", "outside:live", "outside:2"])("CloudFront refuses %s: it needs a numbered version", (name) => {
  const { account, arn, associating } = example();
  expect(() => {
    requireEdgeFunctions(account, { defaultCacheBehavior: associating(arn(name)) });
  }).toThrow(/^InvalidLambdaFunctionAssociation: The function ARN must reference a specific function version/);
});
