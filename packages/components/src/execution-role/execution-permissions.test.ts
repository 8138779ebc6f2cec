import { describe, expect, test } from "@jest/globals";
import {
  ACTIONS_TO_DENY_FUNCTION_CODE,
  type Caller,
  INTERFACE_ACTIONS,
  permission,
  type Permission,
  type PolicyStatement,
} from "@lambda-vpc/model";
import fc from "fast-check";
import { logGroupArn, loggingStatement, NETWORK_STATEMENTS, policyDocument, type Statement, LAMBDA_TRUST } from "./execution-permissions";

/** A statement as the model sees it. */
function asModelled({ Effect, Action, Condition }: Statement): PolicyStatement {
  const code = Condition?.["ArnLike"]?.["lambda:SourceFunctionArn"];
  return { effect: Effect, actions: { only: [Action].flat() }, ...(code === undefined ? {} : { functionCode: code }) };
}

function permitted(action: string, caller: Caller, besides: readonly PolicyStatement[] = []): Permission["verdict"] {
  const policies = [{ statements: [...NETWORK_STATEMENTS.map(asModelled), ...besides] }];
  return permission(action, { policies }, caller).verdict;
}

const functionName = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);

describe("what the role permits in the network", () => {
  test.each(INTERFACE_ACTIONS)("Lambda may do %s, without which it can make or delete no ENI", (action) => {
    expect(permitted(action, "lambda")).toBe("granted");
  });

  test.each(ACTIONS_TO_DENY_FUNCTION_CODE)("the code of no function may do %s, whatever else the role permits", (action) => {
    const everything: PolicyStatement = { effect: "Allow", actions: { only: ["*"] } };
    fc.assert(fc.property(functionName, (name) => permitted(action, { functionName: name }, [everything]) === "refused"));
  });

  test("is for no other action", () => {
    const others = fc.string().filter((action) => !(INTERFACE_ACTIONS as readonly string[]).includes(`ec2:${action}`));
    fc.assert(fc.property(others, (action) => permitted(`ec2:${action}`, "lambda") === "refused"));
  });
});

describe("the log", () => {
  test("is one log group: the function may write to it, and neither make groups nor read", () => {
    const { Action, Resource } = loggingStatement("arn:aws:logs:us-east-1:1:log-group:/aws/lambda/orders");
    expect(Action).toEqual(["logs:CreateLogStream", "logs:PutLogEvents"]);
    expect(Resource).toBe("arn:aws:logs:us-east-1:1:log-group:/aws/lambda/orders:*");
  });

  test("is found by its name where it is somebody else's", () => {
    expect(loggingStatement(logGroupArn("orders")).Resource).toBe("arn:*:logs:*:*:log-group:orders:*");
  });
});

test("documents carry the version of the policy language that knows conditions with patterns", () => {
  expect(JSON.parse(policyDocument(LAMBDA_TRUST))).toEqual({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
  });
});
