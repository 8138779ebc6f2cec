import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { loggingStatement, NETWORK_STATEMENTS, policyDocument, LAMBDA_TRUST } from "./execution-permissions";
import { type PermissionArgs, statementsOf } from "./permission-args";

/** What the execution role of one function is for. */
export interface ExecutionRoleSettings {
  readonly logGroupArn: pulumi.Input<string>;
  readonly permissions: readonly PermissionArgs[];
  readonly permissionsBoundary?: pulumi.Input<string>;
  readonly tags?: aws.lambda.FunctionArgs["tags"];
}

/**
 * The execution role of one function, and its policies: a policy each for the network, the log and what the code may do, since a policy with an ARN that
 * is unknown until deployed shows nothing of itself before.
 */
export class ExecutionRole {
  readonly role: aws.iam.Role;
  /** What the function needs before it is made. */
  readonly policies: readonly pulumi.Resource[];
  /** What Lambda needs until the function's ENIs are gone. */
  readonly requiredForDeletion: readonly pulumi.Resource[];

  constructor(name: string, parent: pulumi.Resource, { logGroupArn, permissions, permissionsBoundary, tags }: ExecutionRoleSettings) {
    this.role = new aws.iam.Role(
      name,
      {
        description: `Execution role of the Lambda function ${name}`,
        assumeRolePolicy: policyDocument(LAMBDA_TRUST),
        ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
        ...(tags === undefined ? {} : { tags }),
      },
      { parent },
    );
    const grant = (suffix: string, policy: pulumi.Input<string>): aws.iam.RolePolicy =>
      new aws.iam.RolePolicy(`${name}-${suffix}`, { role: this.role.name, policy }, { parent });
    const network = grant("network", policyDocument(...NETWORK_STATEMENTS));
    const log = grant(
      "log",
      pulumi.output(logGroupArn).apply((arn) => policyDocument(loggingStatement(arn))),
    );
    const codePolicies =
      permissions.length === 0
        ? []
        : [
            grant(
              "permissions",
              statementsOf(permissions).apply((all) => policyDocument(...all)),
            ),
          ];
    this.policies = [network, log, ...codePolicies];
    this.requiredForDeletion = [this.role, network];
  }
}
