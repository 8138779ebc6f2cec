import type { AccountFunction, AccountInterface, AccountSecurityGroup, AccountVpc } from "@lambda-vpc/model";
import type { CollectedRegion, CollectedSubnet, SourceName } from "../dataset/collected-region";
import { configGaps } from "./config-gaps";
import { type ConfigItem, numberOf, objectOf, textOf, textsOf } from "./config-item";
import { configRules } from "./config-rules";

/** What all Regions of one reading of AWS Config have in common. */
export interface ConfigReading {
  readonly source: SourceName;
  /** The call, or the file, that the items are from. */
  readonly call: string;
  readonly readAt: string;
}

/**
 * The Regions of the accounts that items of AWS Config describe. Of several items of one resource, the one that was recorded last counts. What Config
 * never records, and what a Region does not record, is a gap.
 */
export function configRegions(items: Iterable<ConfigItem>, reading: ConfigReading): readonly CollectedRegion[] {
  const newest = new Map<string, ConfigItem>();
  for (const item of items) {
    const key = [item.account, item.region, item.type, item.id].join(" ");
    const other = newest.get(key);
    if (other === undefined || other.capturedAt < item.capturedAt) newest.set(key, item);
  }
  const regions = Map.groupBy(newest.values(), ({ account, region }) => `${account} ${region}`);
  return [...regions]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [regionOf(first, [first, ...others], reading)]));
}

function regionOf({ account, region }: ConfigItem, items: readonly ConfigItem[], reading: ConfigReading): CollectedRegion {
  const ofType = (type: string) => items.filter((item) => item.type === type);
  const subnets = ofType("AWS::EC2::Subnet").map(subnetOf);
  const vpcOfSubnet = new Map(subnets.map(({ id, vpc }) => [id, vpc]));
  const collected: CollectedRegion = {
    ...{ account, region, readAt: reading.readAt, source: reading.source },
    functions: ofType("AWS::Lambda::Function").map((item) => functionOf(item, vpcOfSubnet)),
    vpcs: ofType("AWS::EC2::VPC").map(vpcOf),
    subnets,
    securityGroups: ofType("AWS::EC2::SecurityGroup").map(groupOf),
    interfaces: ofType("AWS::EC2::NetworkInterface").map(interfaceOf),
    mountTargets: [],
    gaps: [],
  };
  return { ...collected, gaps: configGaps(collected, items, reading.call) };
}

function functionOf(
  { id, name, arn, account, region, tags, configuration }: ConfigItem,
  vpcOfSubnet: ReadonlyMap<string, string>,
): AccountFunction {
  const vpcConfig = objectOf(configuration["vpcConfig"]);
  const subnets = textsOf(vpcConfig["subnetIds"]);
  const [state, reason] = [textOf(objectOf(configuration["state"])["value"]), textOf(configuration["stateReasonCode"])];
  const lastModified = textOf(configuration["lastModified"]);
  const ofFunction = textOf(configuration["functionName"]) ?? name ?? id;
  return {
    name: ofFunction,
    arn: textOf(configuration["functionArn"]) ?? arn ?? `arn:aws:lambda:${region}:${account}:function:${ofFunction}`,
    latest: {
      version: "$LATEST",
      role: textOf(configuration["role"]) ?? "",
      ...(subnets.length === 0
        ? {}
        : {
            vpc: {
              vpc: subnets.map((subnet) => vpcOfSubnet.get(subnet)).find((vpc) => vpc !== undefined) ?? "",
              ...{ subnets, securityGroups: textsOf(vpcConfig["securityGroupIds"]), ipv6: false },
            },
          }),
      ...(state === undefined ? {} : { state }),
      ...(reason === undefined ? {} : { stateReason: reason }),
      ...(lastModified === undefined ? {} : { lastModified }),
    },
    ...{ published: [], aliases: [], tags },
  };
}

function vpcOf({ id, tags, configuration }: ConfigItem): AccountVpc {
  const ranges = textsOf(configuration["cidrBlockAssociationSet"], "cidrBlock");
  const first = textOf(configuration["cidrBlock"]);
  return {
    id,
    cidrBlocks: ranges.length > 0 || first === undefined ? ranges : [first],
    isDefault: configuration["isDefault"] === true,
    tags,
  };
}

function subnetOf({ id, zone, tags, configuration }: ConfigItem): CollectedSubnet {
  const name = textOf(configuration["availabilityZone"]) ?? zone;
  const cidrBlock = textOf(configuration["cidrBlock"]);
  const availableAddresses = numberOf(configuration["availableIpAddressCount"]);
  const ipv6 = configuration["ipv6CidrBlockAssociationSet"];
  return {
    ...{ id, vpc: textOf(configuration["vpcId"]) ?? "", tags, ipv6: Array.isArray(ipv6) && ipv6.length > 0 },
    ...(name === undefined ? {} : { zone: name }),
    ...(cidrBlock === undefined ? {} : { cidrBlock }),
    ...(availableAddresses === undefined ? {} : { availableAddresses }),
  };
}

function groupOf({ id, name, tags, configuration }: ConfigItem): AccountSecurityGroup {
  return {
    id,
    name: textOf(configuration["groupName"]) ?? name ?? "",
    vpc: textOf(configuration["vpcId"]) ?? "",
    // An item that was cut has no permissions at all, and a group without rules has empty lists.
    ...("ipPermissions" in configuration || "ipPermissionsEgress" in configuration ? { rules: configRules(configuration) } : {}),
    tags,
  };
}

function interfaceOf({ id, configuration }: ConfigItem): AccountInterface {
  const requester = textOf(configuration["requesterId"]);
  return {
    id,
    subnet: textOf(configuration["subnetId"]) ?? "",
    vpc: textOf(configuration["vpcId"]) ?? "",
    securityGroups: textsOf(configuration["groups"], "groupId"),
    type: textOf(configuration["interfaceType"]) ?? "interface",
    description: textOf(configuration["description"]) ?? "",
    status: textOf(configuration["status"]) ?? "",
    ...(requester === undefined ? {} : { requester }),
    privateAddresses: textsOf(configuration["privateIpAddresses"], "privateIpAddress"),
  };
}
