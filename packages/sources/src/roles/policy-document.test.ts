import { describe, expect, test } from "@jest/globals";
import { readPolicyDocument } from "./policy-document";
import { UNKNOWN, type Value } from "../stack/value";

const interfaces = { Effect: "Allow", Action: ["ec2:CreateNetworkInterface"], Resource: "*" };
const read = (...Statement: readonly Value[]) => readPolicyDocument({ Version: "2012-10-17", Statement });
const allowed = { effect: "Allow", actions: { only: ["ec2:CreateNetworkInterface"] } };

describe("a policy document", () => {
  test("reads alike as text and as an object, with one statement or several", () => {
    const document = { Statement: [interfaces] };
    expect(readPolicyDocument(document)).toEqual({ statements: [allowed] });
    expect(readPolicyDocument(JSON.stringify(document))).toEqual({ statements: [allowed] });
    expect(readPolicyDocument(JSON.stringify({ Statement: interfaces }))).toEqual({ statements: [allowed] });
  });

  test.each<[string, Value | undefined]>([
    ["unknown", UNKNOWN],
    ["not given", undefined],
    ["a text that is no JSON", "nonsense"],
    ["a JSON text that is no document", "[]"],
    ["a document whose statements are unknown", { Statement: UNKNOWN }],
    ["a statement whose effect is unknown", { Statement: [{ ...interfaces, Effect: UNKNOWN }] }],
    ["a statement with an effect that IAM does not have", { Statement: [{ ...interfaces, Effect: "Maybe" }] }],
    ["a statement without an effect", { Statement: [{ Action: "ec2:*", Resource: "*" }] }],
    ["a statement that excepts an unknown action", { Statement: [{ Effect: "Allow", NotAction: UNKNOWN, Resource: "*" }] }],
    ["a statement that is a text", { Statement: ["Allow"] }],
    ["a statement with an unknown action", { Statement: [{ ...interfaces, Action: [UNKNOWN] }] }],
  ])("%s: hidden, never empty for certain", (_name, document) => {
    expect(readPolicyDocument(document)).toEqual({ statements: [], uncertainty: "policy-unknown" });
  });

  test("an unknown statement hides itself alone", () => {
    expect(read(interfaces, UNKNOWN)).toEqual({ statements: [allowed], uncertainty: "policy-unknown" });
  });

  test.each<[string, Value]>([
    ["no statement", { Version: "2012-10-17" }],
    ["null for its statements", { Statement: null }],
    ["an empty list of statements", { Statement: [] }],
  ])("with %s says nothing", (_name, document) => {
    expect(readPolicyDocument(document)).toEqual({ statements: [] });
  });

  test("a statement with an unknown effect hides itself alone", () => {
    expect(read(interfaces, { ...interfaces, Effect: UNKNOWN })).toEqual({ statements: [allowed], uncertainty: "policy-unknown" });
  });

  test("a denial of several actions is read as one", () => {
    expect(read({ Effect: "Deny", Action: ["ec2:A", "ec2:B"], Resource: "*" })).toEqual({
      statements: [{ effect: "Deny", actions: { only: ["ec2:A", "ec2:B"] } }],
    });
  });

  test("NotAction is all but those", () => {
    expect(read({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }).statements).toEqual([
      { effect: "Allow", actions: { allBut: ["iam:*"] } },
    ]);
  });
});

describe("a statement that does not hold everywhere says so", () => {
  test.each<[string, Value, string | undefined]>([
    ["all resources", { Resource: "*" }, undefined],
    ["all resources beside one", { Resource: ["arn:aws:s3:::a", "*"] }, undefined],
    ["some resources", { Resource: "arn:aws:ec2:*:*:network-interface/*" }, undefined],
    ["an empty list of resources", { Resource: [] }, "permission-limited"],
    ["resources that are unknown", { Resource: [UNKNOWN] }, "policy-unknown"],
    ["all resources but some", { NotResource: "arn:aws:s3:::a" }, "permission-limited"],
    ["a condition", { Resource: "*", Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }, "permission-limited"],
    ["an unknown condition", { Resource: "*", Condition: UNKNOWN }, "policy-unknown"],
    ["no resource at all", {}, "permission-limited"],
    ["all resources but some, beside all", { Resource: "*", NotResource: "arn:aws:s3:::a" }, "permission-limited"],
    ["unknown resources and a condition", { Resource: UNKNOWN, Condition: { Bool: { "aws:SecureTransport": "true" } } }, "policy-unknown"],
    ["a condition that is a text", { Resource: "*", Condition: "nonsense" }, undefined],
    ["a test that is a text", { Resource: "*", Condition: { Bool: "nonsense" } }, "permission-limited"],
    ["a condition without any test", { Resource: "*", Condition: { __defaults: [] } }, undefined],
  ])("%s", (_name, parts, uncertainty) => {
    const [statement] = read({ Effect: "Allow", Action: "ec2:*", ...(parts as object) }).statements;
    expect(statement?.uncertainty).toBe(uncertainty);
  });
});

test.each<[string, Value, true | undefined]>([
  ["all resources", { Resource: "*" }, undefined],
  ["one resource", { Resource: "arn:aws:ec2:*:*:network-interface/*" }, true],
  ["several resources", { Resource: ["arn:aws:ec2:*:*:subnet/*", "arn:aws:ec2:*:*:network-interface/*"] }, true],
  ["all resources beside one", { Resource: ["arn:aws:s3:::a", "*"] }, undefined],
  ["unknown resources", { Resource: [UNKNOWN, "arn:aws:s3:::a"] }, undefined],
  ["all resources but some", { NotResource: "arn:aws:s3:::a" }, undefined],
])("a statement about %s names resources: %s", (_name, parts, someResources) => {
  expect(read({ Effect: "Allow", Action: "ec2:*", ...(parts as object) }).statements[0]?.someResources).toBe(someResources);
});

describe("a denial to the code of functions", () => {
  const condition = (Condition: Value) => read({ Effect: "Deny", Action: "ec2:*", Resource: "*", Condition }).statements[0];
  const arn = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

  test("is known by its condition key, in any letters and with one function or several", () => {
    expect(condition({ ArnEquals: { "lambda:SourceFunctionArn": [arn] } })?.functionCode).toEqual([arn]);
    expect(condition({ StringLike: { "Lambda:sourcefunctionarn": arn } })?.functionCode).toEqual([arn]);
    expect(condition({ ArnEquals: { "lambda:SourceFunctionArn": arn } })).not.toHaveProperty("uncertainty");
  });

  test("holds only sometimes with a further key", () => {
    const both = { ArnEquals: { "lambda:SourceFunctionArn": arn }, StringEquals: { "aws:RequestedRegion": "eu-west-1" } };
    expect(condition(both)).toMatchObject({ functionCode: [arn], uncertainty: "permission-limited" });
  });

  test.each(["ArnEquals", "ArnLike", "StringEquals", "StringLike"])("is known by the operator %s", (operator) => {
    expect(condition({ [operator]: { "lambda:SourceFunctionArn": arn } })).toEqual({
      ...{ effect: "Deny", actions: { only: ["ec2:*"] } },
      functionCode: [arn],
    });
  });

  test("is found behind conditions on other keys", () => {
    const region = { "aws:RequestedRegion": "eu-west-1" };
    const later = { StringEquals: { ...region, "lambda:SourceFunctionArn": arn } };
    expect(condition(later)).toMatchObject({ functionCode: [arn], uncertainty: "permission-limited" });
  });

  test("does not depend on what the bridge adds to every object", () => {
    const wanted = { ArnEquals: { "lambda:SourceFunctionArn": arn, __defaults: [] }, __defaults: [] };
    expect(condition(wanted)).toEqual({ effect: "Deny", actions: { only: ["ec2:*"] }, functionCode: [arn] });
  });

  test("is none for a condition on another key", () => {
    expect(condition({ ArnEquals: { "aws:SourceArn": arn } })).not.toHaveProperty("functionCode");
  });

  test("is none where the operator also holds for requests without the key: that would hit the Lambda service", () => {
    for (const operator of ["ArnNotEquals", "ArnEqualsIfExists", "ForAllValues:ArnEquals", "Null"])
      expect(condition({ [operator]: { "lambda:SourceFunctionArn": arn } })).toEqual({
        ...{ effect: "Deny", actions: { only: ["ec2:*"] } },
        uncertainty: "permission-limited",
      });
  });

  test("to a function whose ARN is unknown: to whom, it does not say", () => {
    expect(condition({ ArnEquals: { "lambda:SourceFunctionArn": UNKNOWN } })).toMatchObject({
      functionCode: ["*"],
      uncertainty: "policy-unknown",
    });
  });
});
