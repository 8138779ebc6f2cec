import type { AddressConsumer } from "./address-consumer";
import type { Inventory } from "./inventory";
import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { LambdaFunction } from "./lambda-function";
import type { PartialList } from "./partial-list";
import type { Role } from "./role";
import type { SecurityGroupRule } from "./security-group-rule";

/** The facts that a source reads of one stack, known or not. Order never matters. */
export interface Network {
  readonly vpcs?: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly attachments: readonly Attachment[];
  /** Network connectors: whether they share ENIs with functions is undocumented, so they are counted apart. */
  readonly connectors?: readonly Attachment[];
  /** What the stack says of its functions beside their attachments. */
  readonly functions?: readonly LambdaFunction[];
  /** The execution roles of functions, those of other stacks too. */
  readonly roles?: readonly Role[];
  /** What takes addresses of subnets beside functions and connectors. */
  readonly addressConsumers?: readonly AddressConsumer[];
  /** Keys that may be the same thing, group by group. */
  readonly aliases?: readonly (readonly Key[])[];
  /** What the account holds beside the stack; absent where nobody said. */
  readonly inventory?: Inventory;
}

export interface Vpc {
  readonly key: Key;
  /** Its IPv4 ranges, the first one and those associated later, as written. */
  readonly cidrBlocks: Knowable<readonly string[]>;
  /** Whether what runs in it must run on hardware of its own: functions cannot be attached to such a VPC (docs/aws-facts.md#dedicated-tenancy). */
  readonly dedicated: Knowable<boolean>;
  /** Set while the stack is making it: one that was there before may have ranges that do not show. */
  readonly creating?: boolean;
  /** Set where the stack did not make the VPC but took over one that existed. */
  readonly adopted?: boolean;
}

export interface Subnet {
  readonly key: Key;
  /** Absent where it is not known. */
  readonly vpc?: Key;
  /** Whether addresses in it are public by its own setting or by its route table. */
  readonly public: boolean;
  /** Its availability zone; absent where it is not known, or not said in the way in which the other subnets say theirs. */
  readonly zone?: string;
  /** Its IPv4 range as written, such as `10.0.0.0/24`; absent where it has none. */
  readonly cidrBlock?: Knowable<string>;
  /** Whether it has an IPv6 range. */
  readonly ipv6?: Knowable<boolean>;
  /** Set while the stack is making it: later its range cannot change any more. */
  readonly creating?: boolean;
  /** Set where the stack did not make the subnet but took over one that existed. */
  readonly adopted?: boolean;
}

export interface SecurityGroup {
  readonly key: Key;
  /** Its AWS id, where that shows. */
  readonly id?: string;
  /** Absent where it is not known, or where the group is associated with further VPCs. */
  readonly vpc?: Key;
  /** Effective rules that let traffic out, over all rule styles. */
  readonly outbound: Knowable<readonly SecurityGroupRule[]>;
  /** Effective rules of its own that let traffic in. They do nothing for functions: their interfaces take no connection from outside. */
  readonly inbound?: Knowable<readonly SecurityGroupRule[]>;
  /** Rules of any group whose peer is this one; each rule's `peer` then names the group that *owns* the rule. */
  readonly references: Knowable<readonly SecurityGroupRule[]>;
  /** Whatever uses the group and is neither a function nor a rule. */
  readonly otherUsers: readonly Key[];
  /** Set where the stack did not make the group but took over one that existed. */
  readonly adopted?: boolean;
}

/** What one ENI consumer asks for (AWS: VpcConfig). It costs one combination a subnet. */
export interface Attachment {
  readonly consumer: Key;
  /** The provider and Region that make it. Different ones may be one account or two: ENIs are shared within an account only. */
  readonly scope?: string;
  /** Whether the deployment publishes a version of it; older versions keep what they hold, which no preview shows. */
  readonly publishes?: boolean;
  readonly subnets: PartialList;
  readonly securityGroups: PartialList;
}
