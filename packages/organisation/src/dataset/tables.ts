/** The version of the dataset's schema. A release reads the versions that it names here. A new column keeps the version; any other change raises it. */
export const SCHEMA_VERSION = 1;

/** The folders between a table and its files: `function_versions/account=111122223333/region=us-east-1/day=2026-12-01/`. All are texts. */
export const partitions = {
  account: "Number of the account, twelve digits.",
  region: "Region, such as `us-east-1`.",
  day: "Day of the collection in UTC, such as `2026-12-01`.",
} as const;

export type ColumnType = "text" | "integer" | "boolean" | "texts";

/** A column of a table. */
export interface Column {
  readonly type: ColumnType;
  /** Whether it may be null, which means unknown or none. */
  readonly nullable?: true;
  readonly meaning: string;
}

/** A table of the dataset. */
export interface Table {
  /** What one row is. */
  readonly row: string;
  readonly columns: Readonly<Record<string, Column>>;
}

/** The tables of the dataset. Views read these and no other files. */
export const tables = {
  collections: {
    row: "One collection of one Region of an account. It is written last: without this row, the other tables of its partition do not count.",
    columns: {
      collected_at: { type: "text", meaning: "When the source began to read, or when its snapshot was taken: ISO 8601, UTC." },
      source: { type: "text", meaning: "`config-aggregator`, `config-snapshots`, `states` or `accounts`." },
      schema_version: { type: "integer", meaning: "Version of this schema." },
      functions: { type: "integer", meaning: "Functions that were read, in a VPC or not." },
      gaps: { type: "integer", meaning: "Rows of `gaps` of this collection." },
    },
  },
  gaps: {
    row: "One part of the account that could not be read, or not whole. Figures that rest on it are bounds.",
    columns: {
      part: { type: "text", meaning: "`functions`, `versions`, `subnets`, `security-groups`, `interfaces`, `quotas` and so on." },
      subject: { type: "text", nullable: true, meaning: "The function or file that it concerns. Null for the whole part." },
      call: { type: "text", meaning: "The call that failed, or the source that does not contain the part." },
      reason: {
        type: "text",
        meaning: "`denied`, `throttled`, `expired`, `cut`, `refused`, `not-recorded`, `broken-file` or `not-in-source`.",
      },
      message: { type: "text", meaning: "Message of AWS, or of the reader." },
    },
  },
  function_versions: {
    row: "One version of one function: `$LATEST`, or a published one. It holds the combinations of its configuration.",
    columns: {
      function_arn: { type: "text", meaning: "ARN without a version." },
      function_name: { type: "text", meaning: "Name of the function." },
      version: { type: "text", meaning: "`$LATEST`, or the number of a published version." },
      latest: { type: "boolean", meaning: "Whether it is `$LATEST`." },
      vpc: { type: "text", nullable: true, meaning: "Its VPC. Null outside VPCs, or if it is unknown." },
      subnets: { type: "texts", meaning: "Ids of its subnets, sorted, each once. Empty outside VPCs." },
      security_groups: { type: "texts", meaning: "Ids of its security groups, sorted, each once." },
      security_group_set: {
        type: "text",
        nullable: true,
        meaning: "Its set of security groups as one text: the sorted ids, joined by ` + `. Null outside VPCs.",
      },
      aliases: { type: "integer", meaning: "Aliases that name this version." },
      role: { type: "text", nullable: true, meaning: "ARN of its execution role." },
      state: { type: "text", nullable: true, meaning: "State, such as `Active` or `Inactive`." },
      state_reason: { type: "text", nullable: true, meaning: "Reason of the state, such as `Idle`." },
      last_modified: { type: "text", nullable: true, meaning: "When it was modified, as AWS writes it." },
    },
  },
  security_group_sets: {
    row: "One security-group set that at least one version uses in a VPC.",
    columns: {
      vpc: { type: "text", nullable: true, meaning: "The VPC." },
      security_group_set: { type: "text", meaning: "The set, as in `function_versions`." },
      groups: { type: "integer", meaning: "Groups in the set." },
      access: {
        type: "text",
        nullable: true,
        meaning:
          "Equal for two sets of one collection exactly if they grant the same: outbound rules, and rules of other groups about them. Null if it is unknown, or if another resource uses a group of the set.",
      },
    },
  },
  interfaces: {
    row: "One network interface, of Lambda or of another service.",
    columns: {
      interface: { type: "text", meaning: "Its id." },
      subnet: { type: "text", meaning: "Its subnet." },
      vpc: { type: "text", nullable: true, meaning: "Its VPC." },
      type: { type: "text", meaning: "Type, such as `lambda` or `interface`." },
      of_lambda: { type: "boolean", meaning: "Whether Lambda created it, attached or not." },
      status: { type: "text", meaning: "Status, such as `in-use`." },
      description: { type: "text", meaning: "Description, as AWS writes it." },
      requester: { type: "text", nullable: true, meaning: "Service that manages it." },
      security_group_set: { type: "text", meaning: "Its security groups, as in `function_versions`." },
      addresses: { type: "integer", meaning: "IPv4 addresses that it holds." },
    },
  },
  subnets: {
    row: "One subnet.",
    columns: {
      subnet: { type: "text", meaning: "Its id." },
      vpc: { type: "text", nullable: true, meaning: "Its VPC." },
      zone: { type: "text", nullable: true, meaning: "Its availability zone." },
      cidr_block: { type: "text", nullable: true, meaning: "IPv4 range. Null if it has none." },
      usable_addresses: { type: "integer", nullable: true, meaning: "IPv4 addresses of its range less those that AWS reserves." },
      available_addresses: { type: "integer", nullable: true, meaning: "Free IPv4 addresses when it was read." },
      ipv6: { type: "boolean", meaning: "Whether it has an IPv6 range." },
    },
  },
  security_groups: {
    row: "One security group.",
    columns: {
      security_group: { type: "text", meaning: "Its id." },
      name: { type: "text", meaning: "Its name." },
      vpc: { type: "text", nullable: true, meaning: "Its VPC." },
      rules_read: { type: "boolean", meaning: "Whether its rules were read." },
    },
  },
  security_group_rules: {
    row: "One rule of a security group, with one peer.",
    columns: {
      security_group: { type: "text", meaning: "The group that has the rule." },
      direction: { type: "text", meaning: "`ingress` or `egress`." },
      protocol: { type: "text", meaning: "Protocol as AWS writes it. `-1` is all." },
      from_port: { type: "integer", nullable: true, meaning: "First port, or the ICMP type." },
      to_port: { type: "integer", nullable: true, meaning: "Last port, or the ICMP code." },
      peer_kind: { type: "text", meaning: "`cidr`, `security-group` or `prefix-list`." },
      peer: { type: "text", meaning: "The range or id." },
    },
  },
  vpcs: {
    row: "One VPC.",
    columns: {
      vpc: { type: "text", meaning: "Its id." },
      is_default: { type: "boolean", meaning: "Whether it is the default VPC." },
      cidr_blocks: { type: "texts", meaning: "IPv4 ranges." },
    },
  },
  quotas: {
    row: "One granted quota. Without a row, views assume the default of AWS, and `quota_assumed` is true.",
    columns: {
      code: { type: "text", meaning: "`L-9FEE3D26`: network interfaces of Lambda per VPC." },
      granted: { type: "integer", meaning: "Granted number." },
    },
  },
  tags: {
    row: "One tag of a function.",
    columns: {
      resource: { type: "text", meaning: "ARN of the function." },
      key: { type: "text", meaning: "Key of the tag." },
      value: { type: "text", meaning: "Value of the tag." },
    },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;

/** The names of the tables. `collections` is last, as it is written last. */
export const tableNames: readonly TableName[] = (Object.keys(tables) as TableName[]).sort(
  (left, right) => Number(left === "collections") - Number(right === "collections"),
);

interface Values {
  readonly text: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly texts: readonly string[];
}

/** A row of a table, without its partition. */
export type Row<Name extends TableName> = {
  readonly [C in keyof (typeof tables)[Name]["columns"]]: ValueOf<(typeof tables)[Name]["columns"][C]>;
};

type ValueOf<C> = C extends { readonly type: infer T extends ColumnType }
  ? C extends { readonly nullable: true }
    ? Values[T] | null
    : Values[T]
  : never;

/** The rows of one collection. */
export type Rows = { readonly [Name in TableName]: readonly Row<Name>[] };
