import type { Account } from "../store/account";
import { appliesToLambda, type PolicyStatement, statementsOf } from "./policy-statement";
import type { Role } from "../rows/iam-rows";

/**
 * The actions that the execution role must allow on all resources so that Lambda can create and delete interfaces
 * (docs/aws-facts.md#eni-permissions).
 */
const INTERFACE_ACTIONS = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
] as const;

const allows = (...Action: readonly string[]): readonly PolicyStatement[] => [{ Effect: "Allow", Action, Resource: "*" }];

/** The EC2 statements of AWS managed policies: docs/aws-facts.md#managed-policies. */
const AWS_MANAGED: ReadonlyMap<string, readonly PolicyStatement[]> = new Map([
  ["service-role/AWSLambdaVPCAccessExecutionRole", allows(...INTERFACE_ACTIONS)],
  ["service-role/AWSLambdaENIManagementAccess", allows(...INTERFACE_ACTIONS.filter((action) => action !== "ec2:DescribeSubnets"))],
  ["service-role/AWSLambdaBasicExecutionRole", []],
  ["service-role/AWSLambdaSQSQueueExecutionRole", []],
  ["service-role/AWSLambdaKinesisExecutionRole", []],
  ["service-role/AWSLambdaDynamoDBExecutionRole", []],
  ["AWSXRayDaemonWriteAccess", []],
  ["AdministratorAccess", allows("*")],
  ["PowerUserAccess", [{ Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" }]],
]);

/** Pass-through resource types that attach policies to roles. Their effect is unknown to the simulation. */
const UNMODELLED_GRANTS: ReadonlySet<string> = new Set([
  "aws:iam/policyAttachment:PolicyAttachment",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
]);

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
  const { foreignResources, rolePolicies, rolePolicyAttachments } = account.tables;
  const hasUnmodelledGrants = foreignResources.all().some(({ type }) => UNMODELLED_GRANTS.has(type));
  return [
    ...rolePolicies.where("role", id).map(({ policy }) => statementsOf(policy)),
    ...rolePolicyAttachments.where("role", id).map(({ policyArn }) => managedPolicy(account, policyArn)),
    ...(hasUnmodelledGrants ? [undefined] : []),
  ];
}

function managedPolicy(account: Account, arn: string): Policy {
  const document = account.tables.managedPolicies.get(arn)?.policy;
  return document === undefined ? AWS_MANAGED.get(arn.replace("arn:aws:iam::aws:policy/", "")) : statementsOf(document);
}
