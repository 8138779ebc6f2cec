import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";

/** A call of a function's code. */
export interface Call {
  readonly roleArn: string;
  /** For example `lambda:ListAliases`. */
  readonly action: string;
  /** The ARN of the target. */
  readonly resource: string;
}

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
}

/**
 * Throws `AccessDeniedException` if the role's inline policies do not allow the call, or deny it. It evaluates actions and resources of
 * inline policies only, and treats every condition as met.
 */
export function requirePermission(account: Account, { roleArn, action, resource }: Call): void {
  const [role] = account.tables.roles.where("arn", roleArn);
  const policies = role === undefined ? [] : account.tables.rolePolicies.where("role", role.id);
  const applicable = policies
    .flatMap(({ policy }) => [(JSON.parse(policy) as { readonly Statement: Statement | readonly Statement[] }).Statement].flat())
    .filter(({ Action = [], Resource = [] }) => matchesAny(Action, action) && matchesAny(Resource, resource));
  const denied = applicable.some(({ Effect }) => Effect === "Deny");
  if (denied || !applicable.some(({ Effect }) => Effect === "Allow"))
    throw new AwsError(
      "AccessDeniedException",
      `User: ${roleArn} is not authorized to perform: ${action} on resource: ${resource} because ${
        denied ? "of an explicit deny in an identity-based policy" : `no identity-based policy allows the ${action} action`
      }`,
    );
}

/** Whether `text` matches one of the patterns, in which `*` stands for any text. */
function matchesAny(patterns: string | readonly string[], text: string): boolean {
  return [patterns].flat().some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "i").test(text);
  });
}
