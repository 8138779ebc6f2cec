import type { Account } from "./account";
import { orphanInterfaces } from "./hyperplane";

/** What Lambda must be allowed to with the execution role to delete an interface (lambda-eni, section 3). */
const DELETE_INTERFACE = "ec2:DeleteNetworkInterface";

/** AWS's own policies that allow it: the first two as documented (lambda-eni, section 3), the third allows everything. */
const AWS_MANAGED: ReadonlySet<string> = new Set([
  "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
  "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess",
  "arn:aws:iam::aws:policy/AdministratorAccess",
]);

/** Finds out anew whether a role's policies let Lambda delete interfaces; to be called after every change of them. */
export function reviewPermissions(account: Account, roleName: string): void {
  const role = account.tables.roles.get(roleName);
  if (role === undefined) return;
  if (allowsDeletion(account, roleName)) account.tables.roles.put({ ...role, interfacePermissions: "granted" });
  else if (role.interfacePermissions === "granted") {
    account.tables.roles.put({ ...role, interfacePermissions: "withdrawn" });
    orphanInterfaces(account, role.arn);
  }
}

function allowsDeletion(account: Account, roleName: string): boolean {
  const { managedPolicies, rolePolicies, rolePolicyAttachments } = account.tables;
  const attached = rolePolicyAttachments.where("role", roleName).map(({ policyArn }) => policyArn);
  if (attached.some((arn) => AWS_MANAGED.has(arn))) return true;
  const own = rolePolicies.where("role", roleName).map(({ policy }) => policy);
  const documents = [...own, ...attached.flatMap((arn) => managedPolicies.get(arn)?.policy ?? [])];
  return documents.flatMap(statements).some(({ Effect, Action }) => Effect === "Allow" && actions(Action).some(matches));
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
}

/** Denials are left out: the one that AWS advises (lambda-eni, section 3) has a condition that spares the Lambda service. */
function statements(policy: string): readonly Statement[] {
  try {
    const { Statement = [] } = JSON.parse(policy) as { readonly Statement?: Statement | readonly Statement[] };
    return [Statement].flat();
  } catch {
    return [];
  }
}

function actions(action: unknown): readonly string[] {
  return [action].flat().filter((one) => typeof one === "string");
}

/** Whether an action, with IAM's wildcards, covers the one asked for. */
function matches(action: string): boolean {
  const pattern = action
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "i").test(DELETE_INTERFACE);
}
