import type { Key } from "./key";
import type { PartialList } from "./partial-list";
import type { SecurityGroupRule } from "./security-group-rule";

/** The facts that a source reads of one stack, known or not. Order never matters. */
export interface Network {
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly attachments: readonly Attachment[];
}

export interface Subnet {
  readonly key: Key;
  /** Absent where it is not known. */
  readonly vpc?: Key;
  /** Whether addresses in it are public by its own setting or by its route table. */
  readonly public: boolean;
}

export interface SecurityGroup {
  readonly key: Key;
  /** Absent where it is not known, or where the group is associated with further VPCs. */
  readonly vpc?: Key;
  /** Effective rules that let traffic out, over all rule styles. */
  readonly outbound: Knowable<readonly SecurityGroupRule[]>;
  /** Rules of any group whose peer is this one; each rule's `peer` then names the group that *owns* the rule. */
  readonly references: Knowable<readonly SecurityGroupRule[]>;
  /** Whatever uses the group and is neither a function nor a rule. */
  readonly otherUsers: readonly Key[];
}

/** A fact that a preview may not show. */
export type Knowable<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

/** What one ENI consumer asks for (AWS: VpcConfig). It costs one combination a subnet. */
export interface Attachment {
  readonly consumer: Key;
  readonly subnets: PartialList;
  readonly securityGroups: PartialList;
}
