import { describeNetworkInterfaces } from "../ec2/describe-network-interfaces";
import { describeSecurityGroups } from "../ec2/describe-security-groups";
import { describeSubnets } from "../ec2/describe-subnets";
import { describeVpcs } from "../ec2/describe-vpcs";
import { functionArn, functionConfiguration } from "../lambda/function-configuration";
import { latestVersion } from "../../account/lambda/function-version";
import { arn } from "../../account/store/arn";
import { type Answer, type AnswerObject, isAnswerList, isAnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import type { Operation } from "../operation/operation";

/** What AWS Config records of a Region of the account: the present item of each resource (docs/aws-facts.md#configuration-items). */
export function configurationItems(call: Call): readonly AnswerObject[] {
  return [
    ...functions(call),
    ...listed(
      call,
      describeNetworkInterfaces,
      "networkInterfaceSet",
      "AWS::EC2::NetworkInterface",
      "networkInterface",
      "network-interface",
    ),
    ...listed(call, describeSecurityGroups, "securityGroupInfo", "AWS::EC2::SecurityGroup", "group", "security-group"),
    ...listed(call, describeSubnets, "subnetSet", "AWS::EC2::Subnet", "subnet", "subnet"),
    ...listed(call, describeVpcs, "vpcSet", "AWS::EC2::VPC", "vpc", "vpc"),
  ];
}

/** Config records a function without its published versions. */
function functions(call: Call): readonly AnswerObject[] {
  const rows = call.account.tables.functions.all().filter(({ region }) => region === call.region);
  return rows.map((row) => {
    const { VpcConfig, ...configuration } = functionConfiguration(call, { row, version: latestVersion(row) });
    const { subnetIds, securityGroupIds } = row.vpcConfig ?? {};
    const vpcConfig = VpcConfig === undefined || row.vpcConfig === undefined ? {} : { vpcConfig: { subnetIds, securityGroupIds } };
    const tags = Object.entries(row.tags).map(([key, value]) => ({ key, value, tag: `${key}=${value}` }));
    return {
      ...common(call, "AWS::Lambda::Function", row.id, functionArn(call, row)),
      resourceName: row.id,
      tags,
      configuration: { ...inLowerCamelCase(configuration), ...vpcConfig, state: { value: row.idle === true ? "Inactive" : "Active" } },
    };
  });
}

/** The resources of a listing, with members named as Config names them. */
function listed(call: Call, operation: Operation, set: string, type: string, kind: string, arnKind: string): readonly AnswerObject[] {
  return objects(operation.run(call, {})[set]).map((described) => {
    const { tagSet, state, availabilityZone, ...rest } = described;
    const id = String(described[`${kind}Id`]);
    const tags = objects(tagSet).map(({ key, value }) => ({ key, value, tag: `${String(key)}=${String(value)}` }));
    return {
      ...common(call, type, id, arn("ec2", call.region, call.account.id, `${arnKind}/${id}`)),
      availabilityZone,
      tags,
      configuration: {
        ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [NAMES.get(name) ?? name, value])),
        ...(type === "AWS::EC2::SecurityGroup" ? permissions(described) : {}),
        availabilityZone,
        state: state === undefined ? undefined : { value: state },
      },
    };
  });
}

/** Names of EC2's elements where Config has those of the members. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["groupSet", "groups"],
  ["privateIpAddressesSet", "privateIpAddresses"],
  ["ipv6AddressesSet", "ipv6Addresses"],
  ["groupDescription", "description"],
]);

function permissions(group: AnswerObject): AnswerObject {
  const renamed = (name: string) =>
    objects(group[name]).map(({ groups, ipRanges, ...rest }) => ({
      ...rest,
      userIdGroupPairs: groups,
      ipv4Ranges: ipRanges,
      ipRanges: objects(ipRanges).map(({ cidrIp }) => cidrIp),
    }));
  return { ipPermissions: renamed("ipPermissions"), ipPermissionsEgress: renamed("ipPermissionsEgress") };
}

function common({ account, region }: Call, resourceType: string, resourceId: string, resourceArn: string): AnswerObject {
  return {
    accountId: account.id,
    awsRegion: region,
    arn: resourceArn,
    resourceType,
    resourceId,
    configurationItemStatus: "ResourceDiscovered",
  };
}

function inLowerCamelCase(value: AnswerObject): AnswerObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [name.slice(0, 1).toLowerCase() + name.slice(1), lowerValue(below)]),
  );
}

function lowerValue(value: Answer): Answer {
  if (value === undefined) return value;
  if (isAnswerList(value)) return value.map(lowerValue);
  return isAnswerObject(value) ? inLowerCamelCase(value) : value;
}

function objects(value: Answer): readonly AnswerObject[] {
  if (value === undefined || !isAnswerList(value)) return [];
  return value.filter(isAnswerObject);
}
