import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { PartialList } from "./partial-list";
import type { Tags } from "./tags";

/** The facts of a stack about one function, except its attachment. */
export interface LambdaFunction {
  /** The consumer of its attachment. */
  readonly key: Key;
  /** Whether it requests IPv6 from dual-stack subnets (AWS: Ipv6AllowedForDualStack). */
  readonly dualStack?: Knowable<boolean>;
  /** Whether the program sets `vpcConfig.vpcId`, which only AWS may set. */
  readonly vpcIdGiven?: Knowable<boolean>;
  /** Whether each change of it publishes a version, which keeps the combinations that it has then. */
  readonly publishes?: Knowable<boolean>;
  /** Whether the stack deletes its old versions after it publishes a new one. */
  readonly trimmed?: true;
  /** Whether a destroy leaves it in the account (AWS provider: `skipDestroy`). */
  readonly kept?: Knowable<boolean>;
  /** Whether its security groups are replaced before it is destroyed. */
  readonly groupReplacement?: GroupReplacement;
  /** How far it scales, if known. */
  readonly scale?: FunctionScale;
  /** The key of its execution role. Absent if it is unknown. */
  readonly role?: Key;
  /** Set if the SDK made the role and its attachments together with the function: the program cannot name the attachments. */
  readonly roleOfSdk?: true;
  /** The file system that it mounts. Absent if it has none, or if this stack does not create the file system and its access point. */
  readonly fileSystem?: FunctionFileSystem;
  /** Its name in AWS. Absent if it is unknown. */
  readonly name?: string;
  /** Its tags, with the default tags of its provider. */
  readonly tags?: Tags;
}

/** Groups that replace the groups of a function before it is destroyed. The replaced groups can then be deleted without waiting for its ENIs. */
export interface GroupReplacement {
  /** Whether the program requests it (AWS provider: `replaceSecurityGroupsOnDestroy`). */
  readonly asked: Knowable<boolean>;
  /** The groups that replace them (`replacementSecurityGroupIds`). None: the default group of the VPC (docs/aws-facts.md#group-replacement). */
  readonly securityGroups: PartialList;
}

/** How far a function scales. */
export interface FunctionScale {
  /** In MB. */
  readonly memory: number;
  /** Its reserved concurrency: the most executions at a time. */
  readonly concurrency: number;
}

/** A file system of this stack that a function mounts. */
export interface FunctionFileSystem {
  readonly key: Key;
  readonly mountTargets: readonly MountTarget[];
  /** Set if other mount targets of the stack may belong to it. */
  readonly mayHaveOthers?: boolean;
}

/** A mount target of a file system. */
export interface MountTarget {
  readonly key: Key;
  /** Absent if it is unknown. */
  readonly subnet?: Key;
  /** Set if the function does not depend on it, so that the engine may create the function first. */
  readonly unordered?: boolean;
}
