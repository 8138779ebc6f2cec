import type { AccountInterface, AccountMountTarget, AccountSecurityGroupRule } from "../account/account-reading";
import type { FunctionVersions } from "./held-combination";
import type { InterfaceOwner } from "./interface-owner";
import type { NamingAlias } from "./pinned-combination";

/** One step before something can be deleted. The steps of an answer are in the order in which they work. */
export type DeletionStep =
  /** Functions whose configuration uses it. Each must get another configuration, or be deleted. */
  | { readonly kind: "move-functions"; readonly functions: readonly MovingFunction[] }
  /** Aliases that name versions of the next step: AWS deletes no version that an alias names (docs/aws-facts.md#version-deletion). */
  | { readonly kind: "change-aliases"; readonly aliases: readonly NamingAlias[] }
  /** Published versions that use it: they keep their configuration until they are deleted (docs/aws-facts.md#published-versions). */
  | { readonly kind: "delete-versions"; readonly versions: readonly FunctionVersions[] }
  /**
   * Lambda deletes these interfaces after their last user is gone, in 20 to 45 minutes (docs/aws-facts.md#eni-deletion,
   * docs/aws-facts.md#provider-deletion-wait), with the permissions of these roles (docs/aws-facts.md#eni-deletion-permissions).
   */
  | { readonly kind: "wait"; readonly interfaces: readonly string[]; readonly roles: readonly string[] }
  /** Interfaces that Lambda has attached, and that no version holds: Lambda deletes them, or something holds them that no audit reads. */
  | { readonly kind: "await-unexplained"; readonly interfaces: readonly string[] }
  /** Interfaces that Lambda has detached, and that no version holds. If they stay for longer than the wait, somebody must delete them. */
  | { readonly kind: "delete-orphans"; readonly interfaces: readonly string[] }
  /** Interfaces of Lambda whose holders the gaps of the reading may hide. */
  | { readonly kind: "find-holders"; readonly interfaces: readonly string[] }
  /** Mount targets that use it. */
  | { readonly kind: "delete-mount-targets"; readonly mountTargets: readonly AccountMountTarget[] }
  /** All other interfaces that use it. Their owners must delete or change them. */
  | { readonly kind: "release-interfaces"; readonly interfaces: readonly OwnedInterface[] }
  /** Rules of other groups that refer to the group. */
  | { readonly kind: "revoke-rules"; readonly rules: readonly ReferringRule[] }
  /** It is the default group of a VPC, which is deleted with the VPC (docs/aws-facts.md#default-resources-of-a-vpc). */
  | { readonly kind: "delete-vpc"; readonly vpc: string };

export interface MovingFunction {
  readonly function: string;
  /** Set if Lambda has reclaimed its interfaces: EC2 lets the deletion happen, and the next invocation of the function fails. */
  readonly idle: boolean;
}

export interface OwnedInterface {
  readonly interface: AccountInterface;
  readonly owner: InterfaceOwner;
}

export interface ReferringRule {
  /** The group that has the rule. */
  readonly securityGroup: string;
  readonly rule: AccountSecurityGroupRule;
}
