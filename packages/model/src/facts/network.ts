import type { AddressConsumer } from "./address-consumer";
import type { Inventory } from "./inventory";
import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { LambdaFunction } from "./lambda-function";
import type { PartialList } from "./partial-list";
import type { PartialRules } from "./partial-rules";
import type { Role } from "./role";
import type { SecurityGroupRule } from "./security-group-rule";

/** The facts that a source reads of one stack, known or not. Order never matters. */
export interface Network {
  readonly vpcs?: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly attachments: readonly Attachment[];
  /** Network connectors: whether they share ENIs with functions is undocumented, so they are counted separately. */
  readonly connectors?: readonly Attachment[];
  /** Capacity providers: the instances that Lambda starts in their subnets run functions. They hold no combinations. */
  readonly capacityProviders?: readonly Attachment[];
  /** Which security groups can also be used in other VPCs than their own. */
  readonly groupAssociations?: readonly GroupAssociation[];
  /** The facts of the stack about its functions, except their attachments. */
  readonly functions?: readonly LambdaFunction[];
  /** The functions that CloudFront distributions run at edge locations. */
  readonly edgeAssociations?: readonly EdgeAssociation[];
  /** The execution roles of functions, including those of other stacks. */
  readonly roles?: readonly Role[];
  /** Resources that take addresses of subnets, except functions and connectors. */
  readonly addressConsumers?: readonly AddressConsumer[];
  /**
   * How deep the groups, subnets, roles and policies of the stack are. A destroy deletes the deepest resources first and those of one depth together, and finishes one
   * depth before the next (docs/engine-facts.md#deletion-rounds). Absent if the source does not contain all resources.
   */
  readonly deletionDepths?: ReadonlyMap<Key, number>;
  /** Groups of keys that may identify the same resource. */
  readonly aliases?: readonly (readonly Key[])[];
  /** What the account holds in addition to the stack. Absent if it is not specified. */
  readonly inventory?: Inventory;
  /** Set if every subnet and group is an id, and which of them the stack manages is unknown: an update shows no more before it creates a resource. */
  readonly idsOnly?: true;
}

export interface Vpc {
  readonly key: Key;
  /** Its IPv4 ranges, the first one and those associated later, as written. */
  readonly cidrBlocks: Knowable<readonly string[]>;
  /** Those of them that the stack is associating. */
  readonly furtherRanges?: readonly FurtherRange[];
  /** Whether its tenancy is dedicated. Functions cannot be attached to such a VPC (docs/aws-facts.md#dedicated-tenancy). */
  readonly dedicated: Knowable<boolean>;
  /** Set if the stack has, or may have, an endpoint or a service network association in it. */
  readonly endpoints?: boolean;
  /** Set while the stack is creating it: an existing VPC may have additional, unknown ranges. */
  readonly creating?: boolean;
  /** Set if the stack did not create the VPC but adopted an existing one. */
  readonly adopted?: boolean;
  /** Why its replacement deletes it first. Absent if the replacement is created first. */
  readonly deletedFirst?: DeletedFirst;
}

/**
 * Why the engine deletes a resource before it creates its replacement: the option deleteBeforeReplace, or a name that the program gives
 * (docs/engine-facts.md#deletion-before-replacement, docs/engine-facts.md#given-names).
 */
export type DeletedFirst = readonly ("deleteBeforeReplace" | "name")[];

/** An IPv4 range that the stack associates with a VPC. */
export interface FurtherRange {
  /** The association. */
  readonly key: Key;
  /** As written. */
  readonly cidrBlock: string;
  /** The subnets that depend on the association, so that they are created after it. */
  readonly precedes: readonly Key[];
}

export interface Subnet {
  readonly key: Key;
  /** Absent if it is unknown. */
  readonly vpc?: Key;
  /** Whether the subnet is public, by its own setting or by its route table. */
  readonly public: boolean;
  /** Whether its route table has a route that leaves the VPC. Absent if the table is not in this stack. */
  readonly routesOut?: Knowable<boolean>;
  /** Its availability zone. Absent if it is unknown, or if it is a zone id while other subnets have zone names. */
  readonly zone?: string;
  /** Its IPv4 range as written, such as `10.0.0.0/24`; absent if it has none. */
  readonly cidrBlock?: Knowable<string>;
  /** Whether it has an IPv6 range. */
  readonly ipv6?: Knowable<boolean>;
  /** Set if it is in the default VPC of the Region, and nothing else is known of its VPC. */
  readonly inDefaultVpc?: true;
  /** Set while the stack is creating it: its range cannot change later. */
  readonly creating?: boolean;
  /** Set if the stack did not create the subnet but adopted an existing one. */
  readonly adopted?: boolean;
  /** Why its replacement deletes it first. Absent if the replacement is created first. */
  readonly deletedFirst?: DeletedFirst;
}

export interface SecurityGroup {
  readonly key: Key;
  /** Its AWS id, if known. */
  readonly id?: string;
  /** Absent if it is unknown, or if the group is associated with additional VPCs. */
  readonly vpc?: Key;
  /** The VPC that it belongs to, also if it is associated with additional ones. Absent if it is unknown. */
  readonly createdIn?: Key;
  /** Set if the program names no VPC: EC2 then uses the default VPC of the Region (docs/aws-facts.md#groups-without-a-vpc). */
  readonly inDefaultVpc?: true;
  /** Effective outbound rules, of all rule styles. */
  readonly outbound: Knowable<readonly SecurityGroupRule[]>;
  /** The same rules one by one: those that are known, and whether there are others. For an adopted group, those that the program lists. */
  readonly egress?: PartialRules;
  /** Effective inbound rules. They have no effect for functions, whose interfaces accept no inbound connections. */
  readonly inbound?: Knowable<readonly SecurityGroupRule[]>;
  /** The resources that specify known inbound rules: the group itself for inline ones. */
  readonly inboundBy?: readonly Key[];
  /** Rules of any group whose peer is this one; each rule's `peer` then names the group that *owns* the rule. */
  readonly references: Knowable<readonly SecurityGroupRule[]>;
  /** Resources that use the group and are neither functions nor rules. */
  readonly otherUsers: readonly Key[];
  /** Set while the stack is creating it: no published version uses it yet. */
  readonly creating?: boolean;
  /** Set if the stack did not create the group but adopted an existing one. */
  readonly adopted?: boolean;
  /** Why its replacement deletes it first. Absent if the replacement is created first. */
  readonly deletedFirst?: DeletedFirst;
}

/** An association of a security group with a further VPC, in which it can then be used (docs/aws-facts.md#security-group-associations). */
export interface GroupAssociation {
  /** The group, or those that it may be. */
  readonly groups: readonly Key[];
  /** Absent if it is unknown. */
  readonly vpc?: Key;
}

/** A CloudFront distribution that runs a function of the stack at edge locations, or may do so (docs/aws-facts.md#edge-functions). */
export interface EdgeAssociation {
  readonly distribution: Key;
  /** The key of the function. */
  readonly function: Key;
  /** Why it is uncertain that the distribution runs the present configuration of the function. Absent if it is certain. */
  readonly uncertainty?: "association-unknown" | "version-unknown";
}

/** The subnets and security groups that one ENI consumer requests (AWS: VpcConfig). It costs one combination per subnet. */
export interface Attachment {
  readonly consumer: Key;
  /** The account that it is in. Different scopes may be one account or two. ENIs are shared only within an account. */
  readonly scope?: string;
  /** Set if that consumers of several providers have this scope depends on assumption S (docs/eni-model.md, part h). */
  readonly scopeAssumed?: boolean;
  /** Whether the deployment publishes a version of it. Older versions keep their combinations, which no preview shows. */
  readonly publishes?: boolean;
  readonly subnets: PartialList;
  readonly securityGroups: PartialList;
}
