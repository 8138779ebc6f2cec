import {
  type EC2Client,
  type IpPermission,
  paginateDescribeNetworkInterfaces,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeVpcs,
  type SecurityGroup,
  type Tag,
} from "@aws-sdk/client-ec2";
import type { AccountInterface, AccountSecurityGroup, AccountSecurityGroupRule, AccountSubnet, AccountVpc } from "@lambda-vpc/model";
import type { Caller } from "../calls/caller";

/** The pages of EC2 have at most 1,000 items; interfaces are many. */
const PAGE = { pageSize: 1_000 };

/** The VPCs of a Region. */
export async function readVpcs(client: EC2Client, caller: Caller): Promise<readonly AccountVpc[]> {
  const vpcs = await caller.list(
    { part: "vpcs", call: "ec2:DescribeVpcs" },
    paginateDescribeVpcs({ client, ...PAGE }, {}),
    (page) => page.Vpcs,
  );
  return vpcs.map(({ VpcId = "", CidrBlock, CidrBlockAssociationSet = [], IsDefault = false, Tags }) => ({
    id: VpcId,
    cidrBlocks: [
      ...new Set([
        ...(CidrBlock === undefined ? [] : [CidrBlock]),
        ...CidrBlockAssociationSet.flatMap(({ CidrBlock: block, CidrBlockState }) =>
          block === undefined || CidrBlockState?.State === "disassociated" ? [] : [block],
        ),
      ]),
    ],
    isDefault: IsDefault,
    tags: tagsOf(Tags),
  }));
}

/** The subnets of a Region. */
export async function readSubnets(client: EC2Client, caller: Caller): Promise<readonly AccountSubnet[]> {
  const purpose = { part: "subnets", call: "ec2:DescribeSubnets" } as const;
  const subnets = await caller.list(purpose, paginateDescribeSubnets({ client, ...PAGE }, {}), (page) => page.Subnets);
  return subnets.map(
    ({
      SubnetId = "",
      VpcId = "",
      AvailabilityZone = "",
      CidrBlock,
      Ipv6CidrBlockAssociationSet = [],
      AvailableIpAddressCount = 0,
      Tags,
    }) => ({
      id: SubnetId,
      vpc: VpcId,
      zone: AvailabilityZone,
      ...(CidrBlock === undefined || CidrBlock === "" ? {} : { cidrBlock: CidrBlock }),
      ipv6: Ipv6CidrBlockAssociationSet.some(({ Ipv6CidrBlockState }) => Ipv6CidrBlockState?.State !== "disassociated"),
      availableAddresses: AvailableIpAddressCount,
      tags: tagsOf(Tags),
    }),
  );
}

/** The security groups of a Region with their rules. */
export async function readSecurityGroups(client: EC2Client, caller: Caller): Promise<readonly AccountSecurityGroup[]> {
  const purpose = { part: "security-groups", call: "ec2:DescribeSecurityGroups" } as const;
  const groups = await caller.list(purpose, paginateDescribeSecurityGroups({ client, ...PAGE }, {}), (page) => page.SecurityGroups);
  return groups.map((group) => ({
    id: group.GroupId ?? "",
    name: group.GroupName ?? "",
    vpc: group.VpcId ?? "",
    rules: rulesOf(group),
    tags: tagsOf(group.Tags),
  }));
}

function rulesOf({ IpPermissions = [], IpPermissionsEgress = [] }: SecurityGroup): readonly AccountSecurityGroupRule[] {
  return [...IpPermissions.flatMap((one) => rulesIn("ingress", one)), ...IpPermissionsEgress.flatMap((one) => rulesIn("egress", one))];
}

/** A permission has several peers; a rule has one. */
function rulesIn(
  direction: AccountSecurityGroupRule["direction"],
  { IpProtocol = "-1", FromPort, ToPort, IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [], PrefixListIds = [] }: IpPermission,
): readonly AccountSecurityGroupRule[] {
  const ports = { ...(FromPort === undefined ? {} : { fromPort: FromPort }), ...(ToPort === undefined ? {} : { toPort: ToPort }) };
  const peers: readonly AccountSecurityGroupRule["peer"][] = [
    ...IpRanges.flatMap(({ CidrIp }) => (CidrIp === undefined ? [] : [{ cidr: CidrIp }])),
    ...Ipv6Ranges.flatMap(({ CidrIpv6 }) => (CidrIpv6 === undefined ? [] : [{ cidr: CidrIpv6 }])),
    ...UserIdGroupPairs.flatMap(({ GroupId }) => (GroupId === undefined ? [] : [{ securityGroup: GroupId }])),
    ...PrefixListIds.flatMap(({ PrefixListId }) => (PrefixListId === undefined ? [] : [{ prefixList: PrefixListId }])),
  ];
  return peers.map((peer) => ({ direction, protocol: IpProtocol, ...ports, peer }));
}

/** The network interfaces of a Region, those of all services: each can keep a group or a subnet. */
export async function readInterfaces(client: EC2Client, caller: Caller): Promise<readonly AccountInterface[]> {
  const purpose = { part: "interfaces", call: "ec2:DescribeNetworkInterfaces" } as const;
  const pages = paginateDescribeNetworkInterfaces({ client, ...PAGE }, {});
  const interfaces = await caller.list(purpose, pages, (page) => page.NetworkInterfaces);
  return interfaces.map((one) => ({
    id: one.NetworkInterfaceId ?? "",
    subnet: one.SubnetId ?? "",
    vpc: one.VpcId ?? "",
    securityGroups: (one.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    type: one.InterfaceType ?? "",
    description: one.Description ?? "",
    status: one.Status ?? "",
    ...(one.RequesterId === undefined ? {} : { requester: one.RequesterId }),
    privateAddresses: (one.PrivateIpAddresses ?? []).flatMap(({ PrivateIpAddress }) => PrivateIpAddress ?? []),
  }));
}

function tagsOf(tags: readonly Tag[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.flatMap(({ Key, Value }) => (Key === undefined ? [] : [[Key, Value ?? ""]])));
}
