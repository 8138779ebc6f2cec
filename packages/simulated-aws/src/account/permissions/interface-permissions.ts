import { awsManagedPolicies } from "./aws-managed-policies";
import type { Account } from "../store/account";
import { appliesToLambda, type PolicyStatement, statementsOf } from "./policy-statement";
import type { Role } from "../rows/iam-rows";

/** The calls that Lambda makes with the execution role, in the order in which it checks the role (docs/aws-facts.md#eni-permissions). */
const INTERFACE_ACTIONS = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"] as const;

/**
 * The interface actions that a role certainly denies to Lambda. A role that is not in the account is taken to allow them, and so is one
 * with a policy or condition that the simulation cannot evaluate.
 */
export function deniedActions(account: Account, roleArn: string): readonly (typeof INTERFACE_ACTIONS)[number][] {
  const [role] = account.tables.roles.where("arn", roleArn);
  if (role === undefined) return [];
  if (role.deleted === true) return INTERFACE_ACTIONS;
  const policies = policiesOf(account, role);
  const { permissionsBoundary } = role;
  const boundary = permissionsBoundary === undefined ? [] : [[managedPolicy(account, permissionsBoundary)]];
  return INTERFACE_ACTIONS.filter((action) => [policies, ...boundary].some((limit) => denies(limit, action)));
}

/** The statements of one policy. Undefined if they are unknown. */
type Policy = readonly PolicyStatement[] | undefined;

/** An explicit denial overrides every grant, and what nothing grants is denied (docs/aws-facts.md#policy-evaluation). */
function denies(policies: readonly Policy[], action: string): boolean {
  const statements = policies.flatMap((policy) => policy ?? []);
  if (statements.some((one) => one.Effect === "Deny" && appliesToLambda(one, action) === "yes")) return true;
  const mayBeGranted = statements.some((one) => one.Effect === "Allow" && appliesToLambda(one, action) !== "no");
  return !mayBeGranted && !policies.includes(undefined);
}

function policiesOf(account: Account, { id }: Role): readonly Policy[] {
  const { rolePolicies, rolePolicyAttachments } = account.tables;
  return [
    ...rolePolicies.where("role", id).map(({ policy }) => statementsOf(policy)),
    ...rolePolicyAttachments.where("role", id).map(({ policyArn }) => managedPolicy(account, policyArn)),
  ];
}

function managedPolicy(account: Account, arn: string): Policy {
  const document = account.tables.managedPolicies.get(arn)?.policy;
  return document === undefined ? awsManagedPolicies.get(arn.replace(/^arn:aws[a-z-]*:iam::aws:policy\//, "")) : statementsOf(document);
}
