import type { Row, Tags } from "./row";

/** A role; its id is its name. One that was deleted stays, marked, because interfaces remember who could have deleted them. */
export interface Role extends Row {
  readonly arn: string;
  readonly assumeRolePolicy: string;
  readonly path: string;
  readonly description: string;
  readonly maxSessionDuration: number;
  readonly deleted?: true;
  /** The ARN of the policy that limits what its others can grant. */
  readonly permissionsBoundary?: string | undefined;
  readonly tags: Tags;
}

/** A policy document of a role's own. */
export interface RolePolicy extends Row {
  readonly role: string;
  readonly name: string;
  readonly policy: string;
}

export interface ManagedPolicy extends Row {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly policy: string;
  readonly tags: Tags;
}

export interface RolePolicyAttachment extends Row {
  readonly role: string;
  readonly policyArn: string;
}
