import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { requirePermission } from "./call-permission";
import { putRolePolicy } from "../iam/role";

const orders = "arn:aws:lambda:us-east-1:123456789012:function:orders";
const allow = { Effect: "Allow", Action: ["lambda:ListAliases", "lambda:Delete*"], Resource: `${orders}:*` };

test.each([
  ["what a statement names", [allow], "lambda:ListAliases", `${orders}:1`, undefined],
  ["what a wildcard covers", [allow], "lambda:DeleteFunction", `${orders}:12`, undefined],
  [
    "nothing but these resources",
    [allow],
    "lambda:DeleteFunction",
    orders,
    "no identity-based policy allows the lambda:DeleteFunction action",
  ],
  ["nothing but these actions", [allow], "lambda:CreateAlias", `${orders}:1`, "no identity-based policy allows"],
  ["nothing that is denied", [allow, { ...allow, Effect: "Deny" }], "lambda:ListAliases", `${orders}:1`, "explicit deny"],
])("a role may call %s", (_, Statement, action, resource, refused) => {
  const { account, role: roleArn } = new AccountExample();
  putRolePolicy(account, "functions", "own", JSON.stringify({ Statement }));
  const call = (): void => requirePermission(account, { roleArn, action, resource });
  if (refused === undefined) expect(call).not.toThrow();
  else expect(call).toThrow(refused);
});

test("a role that is not here may call nothing", () => {
  const { account } = new AccountExample();
  const call = { roleArn: "arn:aws:iam::123456789012:role/elsewhere", action: "lambda:ListAliases", resource: orders };
  expect(() => requirePermission(account, call)).toThrow(/^AccessDeniedException/);
});
