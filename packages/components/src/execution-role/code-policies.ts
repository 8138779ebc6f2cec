import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { loggingStatement, policyDocument } from "./execution-permissions";
import { type PermissionArgs, statementsOf } from "./permission-args";

/** What a function's code may do. */
export interface CodePermissions {
  readonly logGroupArn: pulumi.Input<string>;
  readonly permissions: readonly PermissionArgs[];
}

/** The policies of a role for the log and for the code of the function `name`. The function depends on them. */
export function createCodePolicies(
  name: string,
  role: pulumi.Input<string>,
  { logGroupArn, permissions }: CodePermissions,
  parent: pulumi.Resource,
): readonly [aws.iam.RolePolicy, ...aws.iam.RolePolicy[]] {
  const grant = (suffix: string, policy: pulumi.Input<string>): aws.iam.RolePolicy =>
    new aws.iam.RolePolicy(`${name}-${suffix}`, { role, policy }, { parent });
  const log = grant(
    "log",
    pulumi.output(logGroupArn).apply((arn) => policyDocument(loggingStatement(arn))),
  );
  if (permissions.length === 0) return [log];
  const document = statementsOf(permissions).apply((all) => policyDocument(...all));
  return [log, grant("permissions", document)];
}
