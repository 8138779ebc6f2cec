import {
  type AccountFunction,
  type AccountSecurityGroup,
  type AccountSecurityGroupRule,
  type Attachment,
  type Key,
  keySet,
  type PartialList,
  type SecurityGroup,
  type SecurityGroupRule,
  vpcOfDefaultGroup,
} from "@lambda-vpc/model";
import { readNetwork, type StackResource } from "@lambda-vpc/sources";
import type { CollectedRegion, CollectedSubnet, CollectionGap } from "../dataset/collected-region";

const CALL = "Pulumi state";

const FUNCTIONS: readonly string[] = ["aws:lambda/function:Function", "aws-native:lambda:Function"];

/** Where a resource is. */
interface Place {
  readonly account: string;
  readonly region: string;
}

/** The Regions that the resources of stacks are in, all read at one time. Ids join stacks: a group of one stack is known to functions of another. */
export function stateRegions(resources: readonly StackResource[], now: string): readonly CollectedRegion[] {
  const network = readNetwork(resources);
  const names = new StateNames(resources);
  const functions = resources.filter(({ type }) => FUNCTIONS.includes(type));
  const attachmentOf = new Map(network.attachments.map((attachment) => [attachment.consumer, attachment]));
  const places = new Map<string, Place>();
  const inPlace = <T>(keyed: readonly T[], keyOf: (one: T) => Key): ReadonlyMap<string, readonly T[]> =>
    Map.groupBy(keyed, (one) => {
      const place = names.placeOf(keyOf(one));
      if (place === undefined) return "";
      const text = `${place.account} ${place.region}`;
      places.set(text, place);
      return text;
    });
  const [functionsIn, groupsIn] = [inPlace(functions, ({ urn }) => urn), inPlace(network.securityGroups, ({ key }) => key)];
  const [subnetsIn, vpcsIn] = [inPlace(network.subnets, ({ key }) => key), inPlace(network.vpcs ?? [], ({ key }) => key)];
  return keySet(places.keys()).flatMap((text) => {
    const place = places.get(text);
    if (place === undefined) return [];
    const groups = groupsIn.get(text) ?? [];
    const subnets = (subnetsIn.get(text) ?? []).map(({ key, vpc, zone, cidrBlock, ipv6 }): CollectedSubnet => ({
      ...{ id: names.idOf(key), vpc: vpc === undefined ? "" : names.idOf(vpc), tags: {}, ipv6: ipv6?.ok === true && ipv6.value },
      ...(zone === undefined ? {} : { zone }),
      ...(cidrBlock?.ok === true ? { cidrBlock: cidrBlock.value } : {}),
    }));
    const read = (functionsIn.get(text) ?? []).map((one) => functionOf(one, attachmentOf.get(one.urn), names));
    return [
      {
        ...{ ...place, readAt: now, source: "states" as const, mountTargets: [], interfaces: [], subnets },
        functions: read.flatMap(({ found }) => found),
        vpcs: (vpcsIn.get(text) ?? []).map(({ key, cidrBlocks }) => ({
          ...{ id: names.idOf(key), isDefault: false, tags: {} },
          cidrBlocks: cidrBlocks.ok ? cidrBlocks.value : [],
        })),
        securityGroups: groups.map((group) => groupOf(group, names)),
        groupsOfOthers: groups.filter(({ otherUsers }) => otherUsers.length > 0).map(({ key }) => names.idOf(key)),
        gaps: [...read.flatMap(({ gap }) => gap), ...notInStates],
      },
    ];
  });
}

const notInStates: readonly CollectionGap[] = [
  gap("versions", "A state contains the newest published version at most. Older ones keep their combinations."),
  gap("interfaces", "A state contains no interfaces of Lambda."),
  gap("quotas", "A state does not contain the granted quota of Lambda. Views assume the default."),
];

function gap(part: CollectionGap["part"], message: string): CollectionGap {
  return { part, call: CALL, reason: "not-in-source", message };
}

/** Ids and places of resources by their keys. */
class StateNames {
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly placeOfProvider = new Map<string, Place | undefined>();

  constructor(resources: readonly StackResource[]) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const { provider = "", outputs } of resources) {
      const place = placeIn(outputs["arn"]);
      if (place === undefined) continue;
      const other = this.placeOfProvider.has(provider) ? this.placeOfProvider.get(provider) : place;
      const isSame = other?.account === place.account && other.region === place.region;
      this.placeOfProvider.set(provider, isSame ? place : undefined);
    }
  }

  /** The id in AWS. The key itself if it is one, or if the state has none. */
  idOf(key: Key): string {
    const vpc = vpcOfDefaultGroup(key);
    const id = vpc === undefined ? this.byUrn.get(key)?.outputs["id"] : this.byUrn.get(vpc)?.outputs["defaultSecurityGroupId"];
    return typeof id === "string" ? id : key;
  }

  /** That of its ARN, otherwise that of all other resources of its provider. */
  placeOf(key: Key): Place | undefined {
    const resource = this.byUrn.get(vpcOfDefaultGroup(key) ?? key);
    return placeIn(resource?.outputs["arn"]) ?? this.placeOfProvider.get(resource?.provider ?? "");
  }
}

function placeIn(arn: unknown): Place | undefined {
  const [, region, account] = (typeof arn === "string" ? /^arn:[^:]+:[^:]+:([^:]+):(\d{12}):/.exec(arn) : undefined) ?? [];
  return region === undefined || account === undefined ? undefined : { account, region };
}

/** A function, or the gap that it leaves if its lists are encrypted or unknown. */
function functionOf(
  { urn, outputs }: StackResource,
  attachment: Attachment | undefined,
  names: StateNames,
): { found: AccountFunction[]; gap: CollectionGap[] } {
  const text = (property: string): string | undefined => (typeof outputs[property] === "string" ? outputs[property] : undefined);
  const arn = (text("arn") ?? urn).replace(/:\$LATEST$/, "");
  const name = text("name") ?? text("functionName") ?? text("id") ?? arn;
  if (attachment !== undefined && !(isKnown(attachment.subnets) && isKnown(attachment.securityGroups)))
    return {
      found: [],
      gap: [{ ...gap("functions", "Its subnets or security groups are encrypted or unknown in the state."), subject: arn }],
    };
  const ids = (list: PartialList): readonly string[] => list.known.map((key) => names.idOf(key));
  const configuration = {
    role: text("role") ?? "",
    ...(attachment === undefined
      ? {}
      : { vpc: { vpc: "", subnets: ids(attachment.subnets), securityGroups: ids(attachment.securityGroups), ipv6: false } }),
  };
  const version = text("version");
  const published = version === undefined || !/^\d+$/.test(version) ? [] : [{ version, ...configuration }];
  return { found: [{ name, arn, latest: { version: "$LATEST", ...configuration }, published, aliases: [] }], gap: [] };
}

function isKnown({ holes }: PartialList): boolean {
  return holes === 0;
}

function groupOf({ key, vpc, outbound, inbound }: SecurityGroup, names: StateNames): AccountSecurityGroup {
  const id = names.idOf(key);
  const areKnown = outbound.ok && inbound?.ok !== false;
  return {
    ...{ id, name: id, vpc: vpc === undefined ? "" : names.idOf(vpc), tags: {} },
    ...(areKnown ? { rules: [...outbound.value, ...(inbound?.ok === true ? inbound.value : [])].map((rule) => ruleOf(rule, names)) } : {}),
  };
}

function ruleOf({ direction, protocol, fromPort, toPort, peer }: SecurityGroupRule, names: StateNames): AccountSecurityGroupRule {
  return {
    ...{ direction: direction === "outbound" ? "egress" : "ingress", protocol },
    ...(fromPort === -1 ? {} : { fromPort }),
    ...(toPort === -1 ? {} : { toPort }),
    peer:
      peer.kind === "cidr"
        ? { cidr: peer.cidr }
        : peer.kind === "security-group"
          ? { securityGroup: names.idOf(peer.key) }
          : { prefixList: peer.id },
  };
}
