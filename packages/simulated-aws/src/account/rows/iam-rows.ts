import type { Row, Tags } from "./row";

/** A role. Its id is its name. A deleted role stays, marked, because interfaces refer to the role that could have deleted them. */
export interface Role extends Row {
  readonly arn: string;
  readonly assumeRolePolicy: string;
  readonly path: string;
  readonly description: string;
  readonly maxSessionDuration: number;
  readonly deleted?: true;
  /** The ARN of its permissions boundary. */
  readonly permissionsBoundary?: string | undefined;
  readonly tags: Tags;
}

/** An inline policy of a role. */
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
