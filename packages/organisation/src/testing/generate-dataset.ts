import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { INTERFACES_PER_VPC } from "../dataset/rows-of";
import { SCHEMA_VERSION, type TableName } from "../dataset/tables";
import { type Session, sqlText } from "../duckdb/session";

/** What a generated dataset has. */
export interface DatasetSize {
  readonly accounts: number;
  readonly functionsPerAccount: number;
  /** The days of its collections. Each has a tenth of its functions fewer than the one after it. */
  readonly days: readonly string[];
}

/** Security-group sets of each VPC, and how many of them differ in what they grant. */
const SETS = 40;
const ACCESSES = 10;

/**
 * Writes a dataset by SQL, as large as needed: each account has two VPCs with six subnets and 40 security-group sets, of which 10 grant something
 * different. Every function is in three subnets. A fifth of the functions has a published version, of another set for half of them. Each combination has
 * an interface. Account 0 has a gap, and every third account no granted quota.
 */
export async function generateDataset(
  session: Session,
  dataset: string,
  { accounts, functionsPerAccount, days }: DatasetSize,
): Promise<void> {
  if (existsSync(dataset)) rmSync(dataset, { recursive: true });
  mkdirSync(dataset, { recursive: true });
  // As a collection does, one file for each partition.
  for (const statement of [
    "SET partitioned_write_max_open_files = 100000",
    "SET threads = 1",
    `CREATE OR REPLACE TEMP TABLE places AS SELECT lpad(CAST(100000000000 + a AS VARCHAR), 12, '0') AS account, 'us-east-1' AS region, day, a, d
       FROM range(${accounts}) AS r (a), (SELECT unnest([${days.map(sqlText).join(", ")}]) AS day, unnest(range(${days.length})) AS d)`,
    `CREATE OR REPLACE TEMP TABLE generated AS SELECT account, region, day, a, f, f % 2 AS v, (f // 2) % ${SETS} AS s
       FROM places, range(${functionsPerAccount}) AS r (f) WHERE f < ${functionsPerAccount} * (1 - 0.1 * (${days.length - 1} - d))`,
  ])
    await session.run(statement);
  const columns: readonly (readonly [TableName, string])[] = [
    ["function_versions", FUNCTION_VERSIONS],
    ["security_group_sets", SECURITY_GROUP_SETS],
    ["subnets", SUBNETS],
    ["security_groups", SECURITY_GROUPS],
    ["security_group_rules", SECURITY_GROUP_RULES],
    ["vpcs", VPCS],
    [
      "quotas",
      `SELECT ${sqlText(INTERFACES_PER_VPC)} AS code, CAST(500 + a AS BIGINT) AS granted, account, region, day FROM places WHERE a % 3 <> 2`,
    ],
    ["gaps", GAPS],
    [
      "tags",
      "SELECT arn(account, f) AS resource, 'team' AS key, 'team-' || f % 20 AS value, account, region, day FROM generated WHERE f % 10 = 0",
    ],
    [
      "collections",
      `SELECT day || 'T06:00:00Z' AS collected_at, 'accounts' AS source, CAST(${SCHEMA_VERSION} AS BIGINT) AS schema_version, count(*) AS functions, CAST(any_value(a) = 0 AS BIGINT) AS gaps, account, region, day FROM generated GROUP BY account, region, day`,
    ],
  ];
  for (const macro of MACROS) await session.run(macro);
  for (const [table, query] of columns) await copy(session, dataset, table, query);
  await copy(session, dataset, "interfaces", interfacesOf(join(dataset, "function_versions")));
  for (const table of ["places", "generated"]) await session.run(`DROP TABLE ${table}`);
}

async function copy(session: Session, dataset: string, table: TableName, query: string): Promise<void> {
  await session.run(
    `COPY (${query}) TO ${sqlText(join(dataset, table))} (FORMAT parquet, COMPRESSION snappy, PARTITION_BY (account, region, day))`,
  );
}

const MACROS = [
  "CREATE OR REPLACE MACRO arn(account, f) AS 'arn:aws:lambda:us-east-1:' || account || ':function:function-' || f",
  "CREATE OR REPLACE MACRO vpc_of(account, v) AS 'vpc-' || account || '-' || v",
  "CREATE OR REPLACE MACRO subnet_of(account, v, n) AS 'subnet-' || account || '-' || v || '-' || n",
  "CREATE OR REPLACE MACRO group_of(account, v, s) AS 'sg-' || account || '-' || v || '-' || lpad(CAST(s AS VARCHAR), 2, '0')",
];

const VERSION_COLUMNS = `arn(account, f) AS function_arn, 'function-' || f AS function_name`;

function versionOf(set: string): string {
  return `vpc_of(account, v) AS vpc, list_transform([f % 4, f % 4 + 1, f % 4 + 2], lambda n: subnet_of(account, v, n)) AS subnets,
  [group_of(account, v, ${set})] AS security_groups, group_of(account, v, ${set}) AS security_group_set, CAST(0 AS BIGINT) AS aliases,
  'arn:aws:iam::' || account || ':role/functions' AS role, 'Active' AS state, CAST(NULL AS VARCHAR) AS state_reason, day || 'T05:00:00Z' AS last_modified,
  account, region, day`;
}

const FUNCTION_VERSIONS = `SELECT ${VERSION_COLUMNS}, '$LATEST' AS version, true AS latest, ${versionOf("s")} FROM generated
UNION ALL
SELECT ${VERSION_COLUMNS}, '1' AS version, false AS latest, ${versionOf(`CASE WHEN f % 10 = 0 THEN ${SETS} + f % 7 ELSE s END`)} FROM generated WHERE f % 5 = 0`;

const ALL_SETS = `places, range(2) AS w (v), range(${SETS + 7}) AS q (s)`;

const SECURITY_GROUP_SETS = `SELECT vpc_of(account, v) AS vpc, group_of(account, v, s) AS security_group_set, CAST(1 AS BIGINT) AS groups,
  CASE WHEN s % 8 = 7 THEN NULL ELSE md5(account || v || s % ${ACCESSES}) END AS access, account, region, day FROM ${ALL_SETS}`;

const SUBNETS = `SELECT subnet_of(account, v, n) AS subnet, vpc_of(account, v) AS vpc, 'us-east-1' || chr(CAST(97 + n % 3 AS INTEGER)) AS zone,
  '10.' || v || '.' || n || '.0/24' AS cidr_block, CAST(251 AS BIGINT) AS usable_addresses, CAST((a * 7 + n * 13) % 252 AS BIGINT) AS available_addresses,
  false AS ipv6, account, region, day FROM places, range(2) AS w (v), range(6) AS q (n)`;

const SECURITY_GROUPS = `SELECT group_of(account, v, s) AS security_group, 'group ' || s AS name, vpc_of(account, v) AS vpc, s % 8 <> 7 AS rules_read, account, region, day FROM ${ALL_SETS}`;

const SECURITY_GROUP_RULES = `SELECT group_of(account, v, s) AS security_group, 'egress' AS direction, 'tcp' AS protocol, CAST(443 AS BIGINT) AS from_port,
  CAST(443 AS BIGINT) AS to_port, 'cidr' AS peer_kind, '10.' || s % ${ACCESSES} || '.0.0/16' AS peer, account, region, day FROM ${ALL_SETS} WHERE s % 8 <> 7`;

const VPCS = `SELECT vpc_of(account, v) AS vpc, false AS is_default, ['10.' || v || '.0.0/16'] AS cidr_blocks, account, region, day FROM places, range(2) AS w (v)`;

const GAPS = `SELECT 'versions' AS part, 'function-1' AS subject, 'lambda:ListVersionsByFunction' AS call, 'denied' AS reason, 'not authorized' AS message,
  account, region, day FROM places WHERE a = 0`;

function interfacesOf(folder: string): string {
  return `SELECT 'eni-' || md5(subnet || security_group_set) AS interface, subnet, vpc, 'lambda' AS type, true AS of_lambda, 'in-use' AS status,
  'AWS Lambda VPC ENI-generated' AS description, CAST(NULL AS VARCHAR) AS requester, security_group_set, CAST(1 AS BIGINT) AS addresses, account, region, day
  FROM (SELECT DISTINCT unnest(subnets) AS subnet, vpc, security_group_set, account, region, day
    FROM read_parquet(${sqlText(`${folder}/*/*/*/*.parquet`)}, hive_partitioning = true, hive_types_autocast = false))`;
}
