/** What a generated stack consists of. Everything that is not in the stack exists in its account. */
export interface StackDescription {
  /** Whether the VPC, each of the two subnets, and each of the two groups is in the stack. */
  readonly vpc: boolean;
  readonly subnets: readonly [boolean, boolean];
  readonly groups: readonly [boolean, boolean];
  readonly roles: readonly [RoleDescription, RoleDescription];
  readonly functions: readonly FunctionDescription[];
  /** Which resources have a separate provider, which is one more dependency, by name. */
  readonly explicitProvider: readonly string[];
  /** Which resources are in a component, by name. */
  readonly nested: readonly string[];
  /** The order in which a program without dependencies would create the resources of the network and the roles: a priority for each name. */
  readonly priorities: Readonly<Record<string, number>>;
  /** Additional dependencies: of each name on some of the resources that the program declares before it. */
  readonly dependsOn: Readonly<Record<string, readonly number[]>>;
}

/** A role of the stack with what grants the permissions, or a role of another stack. */
export type RoleDescription = "elsewhere" | readonly Grant[];

/** Where a role gets the ENI permissions from. */
export type Grant = "managed" | "inline" | "attachment" | "policy";

export interface FunctionDescription {
  readonly role: 0 | 1;
  readonly group: 0 | 1;
  /** How many of the two subnets it uses. */
  readonly subnets: 1 | 2;
  /** Whether it depends on what grants the permissions of its role. */
  readonly ordered: boolean;
  readonly publish: boolean;
  readonly kept: "no" | "skipDestroy" | "retainOnDelete";
  /** What replaces its groups before it is deleted: the default group of the VPC, or the other group. */
  readonly replacement: "none" | "default" | "other";
}
