import { expect, test } from "@jest/globals";
import { knownList, type Network, writeNames } from "@lambda-vpc/model";
import { nameOfRole, nameOfTheirRole, rolesInUse } from "./role-in-use";

const managed = "urn:pulumi:dev::shop::aws:iam/role:Role::functions";
const unknownPolicies = [{ statements: [], uncertainty: "role-elsewhere" }];
const runningIn = (consumer: string) => ({ consumer, subnets: knownList(["subnet-1"]), securityGroups: knownList(["sg-1"]) });

test("functions in VPCs are grouped by role; a role that the stack does not show has unknown policies", () => {
  const network: Network = {
    subnets: [],
    securityGroups: [],
    attachments: ["users", "orders", "stock", "audit", "billing"].map(runningIn),
    functions: [
      { key: "users", role: managed },
      { key: "orders", role: managed },
      { key: "outside", role: managed },
      { key: "stock", role: "arn:aws:iam::123456789012:role/stock" },
      { key: "billing" },
      { key: "audit" },
    ],
    roles: [{ key: managed, policies: [] }],
  };
  expect(rolesInUse(network)).toStrictEqual([
    { key: managed, policies: [], users: ["orders", "users"], subject: managed },
    { key: "arn:aws:iam::123456789012:role/stock", policies: unknownPolicies, users: ["stock"], subject: "stock" },
    { policies: unknownPolicies, users: ["audit", "billing"], subject: "audit" },
  ]);
});

test("a network without functions has no roles in use", () => {
  expect(rolesInUse({ subnets: [], securityGroups: [], attachments: [] })).toEqual([]);
});

test.each([
  [undefined, "an unknown role"],
  [managed, "role functions"],
  ["arn:aws:iam::123456789012:role/orders", "role arn:aws:iam::123456789012:role/orders"],
  ["arn:aws-us-gov:iam::123456789012:role/team/orders_+=,.@-1", "role arn:aws-us-gov:iam::123456789012:role/team/orders_+=,.@-1"],
  ["arn:aws:iam::12345678901:role/orders", "a role without a valid ARN"],
  ["arn:aws:iam::123456789012:role/", "a role without a valid ARN"],
  ["arn:aws:iam::123456789012:role/my role", "a role without a valid ARN"],
  ["see arn:aws:iam::123456789012:role/orders", "a role without a valid ARN"],
  ["arn:aws1:iam::123456789012:role/orders", "a role without a valid ARN"],
  ["hunter2", "a role without a valid ARN"],
])("the role %s is printed as: %s", (key, name) => {
  const role = { ...(key === undefined ? {} : { key }), policies: [], users: [], subject: "" };
  expect(writeNames(nameOfRole(role))).toBe(name);
  expect(writeNames(nameOfTheirRole(role))).toBe(name.replace(/^an? /, ""));
});
