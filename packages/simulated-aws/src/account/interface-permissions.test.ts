import { expect, test } from "@jest/globals";
import { AccountExample } from "./account-example";
import { createManagedPolicy, deleteManagedPolicy, updateManagedPolicy } from "./managed-policy";
import { attachPolicy, createRole, putRolePolicy, removeRolePolicy } from "./role";

const document = (Action: string | readonly string[], Effect = "Allow") =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect, Action, Resource: "*" }] });

/** What the account thinks of a role with this one policy. */
function permissions(policy: string): string | undefined {
  const { account } = new AccountExample();
  createRole(account, { id: "other", path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
  putRolePolicy(account, "other", "own", policy);
  return account.tables.roles.get("other")?.interfacePermissions;
}

test.each([
  { says: "the action itself", policy: document(["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"]), granted: true },
  { says: "all actions of the service", policy: document("ec2:*"), granted: true },
  { says: "a wildcard within the action", policy: document("ec2:Delete*Interface"), granted: true },
  { says: "the action in other letters", policy: document("EC2:deletenetworkinterface"), granted: true },
  { says: "everything", policy: document("*"), granted: true },
  {
    says: "one statement that is not in a list",
    policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "ec2:*" } }),
    granted: true,
  },
  { says: "making interfaces alone", policy: document("ec2:CreateNetworkInterface"), granted: false },
  { says: "another service", policy: document("s3:*"), granted: false },
  { says: "a denial", policy: document("ec2:*", "Deny"), granted: false },
  { says: "a text that is no document", policy: "nonsense", granted: false },
])("a policy of $says lets Lambda delete interfaces: $granted", ({ policy, granted }) => {
  expect(permissions(policy)).toBe(granted ? "granted" : undefined);
});

test("the denial to function code that AWS advises takes nothing from the Lambda service (lambda-eni, section 3)", () => {
  const { account } = new AccountExample();
  putRolePolicy(account, "functions", "deny", document("ec2:*", "Deny"));
  expect(account.tables.roles.get("functions")?.interfacePermissions).toBe("granted");
});

test("a managed policy counts for every role that has it, as it stands", () => {
  const { account } = new AccountExample();
  createRole(account, { id: "other", path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
  const policy = createManagedPolicy(account, { name: "network", path: "/", description: "", policy: document("ec2:*"), tags: {} });
  attachPolicy(account, "other", policy.id);
  expect(account.tables.roles.get("other")?.interfacePermissions).toBe("granted");
  updateManagedPolicy(account, { ...policy, policy: document("s3:*") });
  expect(account.tables.roles.get("other")?.interfacePermissions).toBe("withdrawn");
  expect(() => deleteManagedPolicy(account, policy.id)).toThrow(/^DeleteConflict/);
});

test("a policy of the role's own that goes takes the permissions with it, unless another one gives them", () => {
  const { account } = new AccountExample();
  putRolePolicy(account, "functions", "own", document("ec2:*"));
  removeRolePolicy(account, "functions", "own");
  expect(account.tables.roles.get("functions")?.interfacePermissions).toBe("granted");
});
