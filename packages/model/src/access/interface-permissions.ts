import type { PolicyStatement } from "../facts/policy-statement";
import type { PolicyText, Role } from "../facts/role";
import type { Uncertainty } from "../count/uncertainty";
import { matchesWildcard } from "./wildcard";

/** The actions without which AWS refuses a function in a VPC (docs/aws-facts.md#eni-permissions). */
export const REQUIRED_INTERFACE_ACTIONS = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DeleteNetworkInterface",
] as const;

/**
 * Further actions that AWS asks for and that AWSLambdaENIManagementAccess grants. No refusal without them is documented
 * (docs/aws-facts.md#eni-permissions-in-addition).
 */
export const ADDRESS_ACTIONS = ["ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"] as const;

/** All actions that AWS asks for. AWS's own minimum lacks the last (docs/aws-facts.md#eni-permissions-in-addition). */
export const INTERFACE_ACTIONS = [...REQUIRED_INTERFACE_ACTIONS, ...ADDRESS_ACTIONS, "ec2:DescribeSubnets"] as const;

/** Without this action, the interfaces of a function remain after the function is deleted (docs/aws-facts.md#eni-deletion-permissions). */
export const DELETE_INTERFACE = "ec2:DeleteNetworkInterface";

/** The actions that AWS recommends denying to the code of functions (docs/aws-facts.md#eni-denial). */
export const ACTIONS_TO_DENY_FUNCTION_CODE = [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DetachNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
] as const;

/** Who makes a call with a role: the Lambda service itself, or the code of the function of this name. */
export type Caller = "lambda" | { readonly functionName: string | undefined };

/** Whether a role allows an action. */
export interface Permission {
  readonly verdict: "granted" | "refused" | "unknown";
  /** Why it is unknown. */
  readonly causes: readonly Uncertainty[];
}

/**
 * Whether a role allows `caller` to call `action`, on any resource.
 *
 * A denial overrides every grant, and an action without a grant is refused (docs/aws-facts.md#policy-evaluation). An unknown part of a policy
 * may grant more. It may deny only to the code of functions: such a denial names the function, so it is often unknown. No program denies Lambda
 * what the same role grants it.
 *
 * Laws: the order of policies and statements never matters; an additional grant never removes a permission; an additional denial never adds one.
 */
export function permission(action: string, { policies, boundary }: Pick<Role, "boundary" | "policies">, caller: Caller): Permission {
  const granted = permissionBy(action, policies, caller);
  if (boundary === undefined || granted.verdict === "refused") return granted;
  const allowed = permissionBy(action, [boundary], caller);
  if (allowed.verdict === "granted") return granted;
  return allowed.verdict === "refused" ? allowed : unknown([...granted.causes, ...allowed.causes]);
}

function permissionBy(action: string, policies: readonly PolicyText[], caller: Caller): Permission {
  const statements = policies.flatMap((policy) => policy.statements);
  const hiddenParts = policies.flatMap((policy) => policy.uncertainty ?? []);
  const holding = (effect: PolicyStatement["effect"]) =>
    statements.filter((one) => one.effect === effect).map((one) => holds(one, action, caller));
  const [grants, denials] = [holding("Allow"), holding("Deny")];
  if (denials.includes("surely")) return { verdict: "refused", causes: [] };
  const perhapsDenied = [...causesOfConsumer(denials), ...(caller === "lambda" ? [] : hiddenParts)];
  if (grants.includes("surely")) return perhapsDenied.length === 0 ? { verdict: "granted", causes: [] } : unknown(perhapsDenied);
  const perhapsGranted = [...causesOfConsumer(grants), ...hiddenParts];
  return perhapsGranted.length === 0 ? { verdict: "refused", causes: [] } : unknown([...perhapsGranted, ...perhapsDenied]);
}

function unknown(causes: readonly Uncertainty[]): Permission {
  return { verdict: "unknown", causes: [...new Set(causes)].sort() };
}

type Holding = "surely" | "never" | Uncertainty;

/** Whether a statement applies to `action` when `caller` calls it. */
function holds({ actions, functionCode, someResources, uncertainty }: PolicyStatement, action: string, caller: Caller): Holding {
  const named = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase()));
  if ("only" in actions ? !named(actions.only) : named(actions.allBut)) return "never";
  if (someResources === true && isOnAllResources(action)) return "never";
  const code = functionCode === undefined ? "surely" : isCodeOf(functionCode, caller);
  const limit = uncertainty ?? (someResources === true ? "permission-limited" : undefined);
  return code === "surely" ? (limit ?? "surely") : code;
}

/** Whether EC2 accepts the action on all resources only: a statement about some resources does not concern it (docs/aws-facts.md#eni-permission-resources). */
function isOnAllResources(action: string): boolean {
  return action.startsWith("ec2:Describe");
}

/** Whether ARNs of functions, or patterns of them, name the function whose code calls. No ARN names the Lambda service. */
function isCodeOf(arns: readonly string[], caller: Caller): Holding {
  if (caller === "lambda") return "never";
  const names = arns.map((arn) => arn.split(":").slice(6).join(":") || (arn.endsWith("*") ? "*" : arn));
  if (names.some((name) => /^\*(:|$)/.test(name))) return "surely";
  const { functionName } = caller;
  if (functionName === undefined) return "permission-limited";
  return names.some((name) => [functionName, `${functionName}:$LATEST`].some((one) => matchesWildcard(name, one))) ? "surely" : "never";
}

function causesOfConsumer(holdings: readonly Holding[]): readonly Uncertainty[] {
  return holdings.filter((one) => one !== "surely" && one !== "never");
}
