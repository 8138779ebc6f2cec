import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { LAMBDA_TRUST, NETWORK_STATEMENTS, policyDocument } from "./execution-permissions";

/** Settings of the execution role of one function. */
export interface NetworkRoleSettings {
  readonly permissionsBoundary?: pulumi.Input<string>;
  readonly tags?: aws.lambda.FunctionArgs["tags"];
}

/** The execution role of one function. */
export interface NetworkRole {
  readonly roleArn: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;
  readonly networkPolicyId: pulumi.Output<string>;
}

/**
 * Creates the execution role of one function, with the permissions for the network. They are in a separate document without unknown ARNs:
 * a document with one is unknown as a whole.
 */
export function createNetworkRole(name: string, { permissionsBoundary, tags }: NetworkRoleSettings, parent: pulumi.Resource): NetworkRole {
  const role = new aws.iam.Role(
    name,
    {
      description: `Execution role of the Lambda function ${name}`,
      assumeRolePolicy: policyDocument(LAMBDA_TRUST),
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
      ...(tags === undefined ? {} : { tags }),
    },
    { parent },
  );
  const policy = policyDocument(...NETWORK_STATEMENTS);
  const network = new aws.iam.RolePolicy(`${name}-network`, { role: role.name, policy }, { parent });
  return { roleArn: role.arn, roleName: role.name, networkPolicyId: network.id };
}
