import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { loggingStatement, NETWORK_STATEMENTS, policyDocument, LAMBDA_TRUST } from "./execution-permissions";
import { type PermissionArgs, statementsOf } from "./permission-args";

/** Settings of the execution role of one function. */
export interface ExecutionRoleSettings {
  readonly logGroupArn: pulumi.Input<string>;
  readonly permissions: readonly PermissionArgs[];
  readonly permissionsBoundary?: pulumi.Input<string>;
  readonly tags?: aws.lambda.FunctionArgs["tags"];
}

/**
 * The execution role of one function, with a separate policy for the network, for the log and for the code. A policy document with an
 * unknown ARN is unknown as a whole, so the network permissions are in a document without one.
 */
export class ExecutionRole {
  readonly role: aws.iam.Role;
  /** The function depends on these. */
  readonly policies: readonly pulumi.Resource[];
  /** Lambda needs these until the function's ENIs are deleted. */
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
