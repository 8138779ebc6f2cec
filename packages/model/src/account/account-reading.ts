/**
 * What one Region of one account contained while it was read. Ids are those of AWS. Order and duplicates never matter.
 * What could not be read is absent and named in `gaps`: a reading with gaps may lack any entry of those parts.
 */
export interface AccountReading {
  /** The number of the account, twelve digits. */
  readonly account: string;
  readonly region: string;
  /** When the reading began: ISO 8601, UTC. */
  readonly readAt: string;
  readonly functions: readonly AccountFunction[];
  readonly vpcs: readonly AccountVpc[];
  readonly subnets: readonly AccountSubnet[];
  readonly securityGroups: readonly AccountSecurityGroup[];
  readonly interfaces: readonly AccountInterface[];
  readonly mountTargets: readonly AccountMountTarget[];
  /** The granted number of Hyperplane ENIs per VPC (docs/aws-facts.md#eni-quota). Absent if it could not be read. */
  readonly interfacesPerVpc?: number;
  readonly gaps: readonly ReadingGap[];
}

/** The parts of a reading. */
export type ReadingPart =
  | "functions"
  | "versions"
  | "aliases"
  | "tags"
  | "states"
  | "vpcs"
  | "subnets"
  | "security-groups"
  | "security-group-rules"
  | "interfaces"
  | "mount-targets"
  | "quotas";

/** Why a part of an account could not be read, or not whole. */
export interface ReadingGap {
  readonly part: ReadingPart;
  /** The function or file system of which the part was not read. Absent if it concerns the whole part. */
  readonly subject?: string;
  /** The call of AWS that failed, such as `lambda:ListFunctions`, as IAM writes it. */
  readonly call: string;
  readonly reason: "denied" | "throttled" | "expired" | "cut" | "refused";
  /** The message of AWS, or of the connection. */
  readonly message: string;
}

export interface AccountFunction {
  readonly name: string;
  /** Without a version. */
  readonly arn: string;
  /** The version `$LATEST`. */
  readonly latest: AccountVersion;
  /** The published versions that exist. */
  readonly published: readonly AccountVersion[];
  readonly aliases: readonly AccountAlias[];
  /** Absent if they could not be read. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** One version of a function. It holds the combinations of its configuration. */
export interface AccountVersion {
  /** `$LATEST`, or the number of a published version. */
  readonly version: string;
  /** Absent for a function outside VPCs. */
  readonly vpc?: AccountVpcConfiguration;
  /** The ARN of its execution role. */
  readonly role: string;
  /** ISO 8601, as AWS gives it. */
  readonly lastModified?: string;
  /** AWS: State, such as `Active` or `Inactive`. */
  readonly state?: string;
  /** AWS: StateReasonCode. `Idle` after 14 days without an invocation (docs/aws-facts.md#idle-functions). */
  readonly stateReason?: string;
}

export interface AccountVpcConfiguration {
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly ipv6: boolean;
}

export interface AccountAlias {
  readonly name: string;
  /** The versions that it names: one, or two while it shifts traffic. */
  readonly versions: readonly string[];
}

export interface AccountVpc {
  readonly id: string;
  readonly cidrBlocks: readonly string[];
  readonly isDefault: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

export interface AccountSubnet {
  readonly id: string;
  readonly vpc: string;
  /** The name of its availability zone. */
  readonly zone: string;
  /** Absent for a subnet that has only IPv6 addresses. */
  readonly cidrBlock?: string;
  readonly ipv6: boolean;
  /** Its free IPv4 addresses (AWS: AvailableIpAddressCount). */
  readonly availableAddresses: number;
  readonly tags: Readonly<Record<string, string>>;
}

export interface AccountSecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly vpc: string;
  /** Absent if they could not be read. */
  readonly rules?: readonly AccountSecurityGroupRule[];
  readonly tags: Readonly<Record<string, string>>;
}

/** One rule, with exactly one peer. */
export interface AccountSecurityGroupRule {
  readonly direction: "ingress" | "egress";
  /** As AWS writes it: a name such as `tcp`, a number, or `-1` for all. */
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly peer: { readonly cidr: string } | { readonly securityGroup: string } | { readonly prefixList: string };
}

export interface AccountInterface {
  readonly id: string;
  readonly subnet: string;
  readonly vpc: string;
  readonly securityGroups: readonly string[];
  /** AWS: InterfaceType, such as `lambda`, `interface` or `nat_gateway`. */
  readonly type: string;
  readonly description: string;
  /** AWS: Status, such as `in-use` or `available`. */
  readonly status: string;
  /** The service that manages it, if any (AWS: RequesterId). */
  readonly requester?: string;
  /** The IPv4 addresses that it holds. */
  readonly privateAddresses: readonly string[];
}

/** A mount target of a file system (EFS). */
export interface AccountMountTarget {
  readonly id: string;
  readonly fileSystem: string;
  readonly subnet: string;
  readonly securityGroups: readonly string[];
}
