import type { Account } from "../store/account";
import { appliesToLambda, type PolicyStatement, statementsOf } from "./policy-statement";
import type { Role } from "../rows/iam-rows";

/** What Lambda must be allowed to with the execution role, on all resources, to create and delete interfaces (docs/aws-facts.md#eni-permissions). */
const INTERFACE_ACTIONS = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
] as const;

const allows = (...Action: readonly string[]): readonly PolicyStatement[] => [{ Effect: "Allow", Action, Resource: "*" }];

/**
 * What AWS's own policies say of EC2: docs/aws-facts.md#managed-policies.
 */
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

/** What puts policies on roles and passes through this account: what it grants, and to whom, is not known here. */
const UNMODELLED_GRANTS: ReadonlySet<string> = new Set([
  "aws:iam/policyAttachment:PolicyAttachment",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
]);

/**
 * The actions on interfaces that a role surely does not let Lambda do. A role that this account never saw has what it needs from elsewhere, and so
 * may one with a policy that does not show or with conditions that are not for this account to judge.
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

/** The statements of one policy; undefined where they do not show. */
type Policy = readonly PolicyStatement[] | undefined;

/** An explicit denial beats every grant, and what nothing grants is refused (docs/aws-facts.md#policy-evaluation). */
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
