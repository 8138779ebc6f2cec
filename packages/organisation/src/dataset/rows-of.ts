import { createHash } from "node:crypto";
import {
  type AccountFunction,
  type AccountSecurityGroupRule,
  type AccountVersion,
  knownAccess,
  keySet,
  readAddressBlock,
  setKey,
  usableAddresses,
} from "@lambda-vpc/model";
import type { CollectedRegion } from "./collected-region";
import { isOfLambda } from "./is-of-lambda";
import { regionNetwork } from "./region-network";
import { type Row, type Rows, SCHEMA_VERSION } from "./tables";

/** The quota of network interfaces of Lambda per VPC (docs/aws-facts.md#eni-quota). */
export const INTERFACES_PER_VPC = "L-9FEE3D26";

/** The rows of a Region. Law: neither order nor duplicates of what was read change them. */
export function rowsOf(region: CollectedRegion): Rows {
  const vpcOfSubnet = new Map(region.subnets.map(({ id, vpc }) => [id, vpc]));
  const versions = byKey(
    region.functions.flatMap((one) => versionRows(one, vpcOfSubnet)),
    ({ function_arn, version }) => `${function_arn}:${version}`,
  );
  return {
    collections: [
      {
        collected_at: region.readAt,
        source: region.source,
        schema_version: SCHEMA_VERSION,
        functions: new Set(region.functions.map(({ arn }) => arn)).size,
        gaps: region.gaps.length,
      },
    ],
    gaps: region.gaps.map(({ part, subject = null, call, reason, message }) => ({ part, subject, call, reason, message })),
    function_versions: versions,
    security_group_sets: setRows(region, versions),
    interfaces: byKey(
      region.interfaces.map((one) => ({
        interface: one.id,
        subnet: one.subnet,
        vpc: textOrNull(one.vpc),
        type: one.type,
        of_lambda: isOfLambda(one),
        status: one.status,
        description: one.description,
        requester: one.requester ?? null,
        security_group_set: setKey(keySet(one.securityGroups)),
        addresses: new Set(one.privateAddresses).size,
      })),
      (row) => row.interface,
    ),
    subnets: byKey(
      region.subnets.map(({ id, vpc, zone, cidrBlock, ipv6, availableAddresses }) => ({
        subnet: id,
        vpc: textOrNull(vpc),
        zone: zone ?? null,
        cidr_block: cidrBlock ?? null,
        usable_addresses: usableIn(cidrBlock),
        available_addresses: availableAddresses ?? null,
        ipv6,
      })),
      ({ subnet }) => subnet,
    ),
    security_groups: byKey(
      region.securityGroups.map(({ id, name, vpc, rules }) => ({
        security_group: id,
        name,
        vpc: textOrNull(vpc),
        rules_read: rules !== undefined,
      })),
      (row) => row.security_group,
    ),
    security_group_rules: byKey(
      region.securityGroups.flatMap(({ id, rules = [] }) => rules.map((rule) => ruleRow(id, rule))),
      (row) => JSON.stringify(row),
    ),
    vpcs: byKey(
      region.vpcs.map(({ id, isDefault, cidrBlocks }) => ({ vpc: id, is_default: isDefault, cidr_blocks: keySet(cidrBlocks) })),
      ({ vpc }) => vpc,
    ),
    quotas: region.interfacesPerVpc === undefined ? [] : [{ code: INTERFACES_PER_VPC, granted: region.interfacesPerVpc }],
    tags: byKey(
      region.functions.flatMap(({ arn, tags = {} }) => Object.entries(tags).map(([key, value]) => ({ resource: arn, key, value }))),
      ({ resource, key }) => `${resource} ${key}`,
    ),
  };
}

/** The rows in the order of their keys, each key once. */
function byKey<R>(rows: readonly R[], keyOf: (row: R) => string): readonly R[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keySet(found.keys()).flatMap((key) => found.get(key) ?? []);
}

function versionRows(one: AccountFunction, vpcOfSubnet: ReadonlyMap<string, string>): readonly Row<"function_versions">[] {
  return [one.latest, ...one.published].map((version) => {
    const subnets = keySet(version.vpc?.subnets ?? []);
    const groups = keySet(version.vpc?.securityGroups ?? []);
    return {
      function_arn: one.arn,
      function_name: one.name,
      version: version.version,
      latest: version === one.latest,
      vpc: subnets.length === 0 ? null : textOrNull(vpcOf(version, subnets, vpcOfSubnet)),
      subnets,
      security_groups: groups,
      security_group_set: subnets.length === 0 ? null : setKey(groups),
      aliases: one.aliases.filter(({ versions }) => versions.includes(version.version)).length,
      role: textOrNull(version.role),
      state: version.state ?? null,
      state_reason: version.stateReason ?? null,
      last_modified: version.lastModified ?? null,
    };
  });
}

/** The VPC of the subnets, which a source knows better than the function does. */
function vpcOf({ vpc }: AccountVersion, subnets: readonly string[], vpcOfSubnet: ReadonlyMap<string, string>): string | undefined {
  return subnets.map((subnet) => vpcOfSubnet.get(subnet)).find((found) => found !== undefined && found !== "") ?? vpc?.vpc;
}

/** The sets that versions use, each with what it grants as a short text that is equal for equal access. */
function setRows(region: CollectedRegion, versions: readonly Row<"function_versions">[]): readonly Row<"security_group_sets">[] {
  const used = byKey(
    versions.flatMap(({ vpc, security_groups, security_group_set }) =>
      security_group_set === null ? [] : [{ vpc, security_groups, security_group_set }],
    ),
    ({ vpc, security_group_set }) => `${vpc ?? ""} ${security_group_set}`,
  );
  const access = knownAccess(
    regionNetwork(region),
    used.map(({ security_groups }) => security_groups),
  );
  return used.map(({ vpc, security_groups, security_group_set }) => {
    const text = access.get(security_group_set);
    return {
      vpc,
      security_group_set,
      groups: security_groups.length,
      access: text === undefined ? null : createHash("sha256").update(text).digest("hex").slice(0, 32),
    };
  });
}

function ruleRow(
  security_group: string,
  { direction, protocol, fromPort, toPort, peer }: AccountSecurityGroupRule,
): Row<"security_group_rules"> {
  const [peer_kind, of] =
    "cidr" in peer
      ? ["cidr", peer.cidr]
      : "securityGroup" in peer
        ? ["security-group", peer.securityGroup]
        : ["prefix-list", peer.prefixList];
  return { security_group, direction, protocol, from_port: fromPort ?? null, to_port: toPort ?? null, peer_kind, peer: of };
}

function usableIn(cidrBlock: string | undefined): number | null {
  const block = cidrBlock === undefined ? undefined : readAddressBlock(cidrBlock);
  return block?.ok === true ? usableAddresses(block.value.prefixLength) : null;
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
