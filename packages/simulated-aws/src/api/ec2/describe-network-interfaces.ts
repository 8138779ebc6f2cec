import type { SecurityGroup } from "../../account/rows/security-group-rows";
import { availabilityZones } from "../../account/vpc/availability-zone";
import type { Call } from "../operation/call";
import { describedInterfaces, type DescribedInterface } from "./described-interface";
import { listing } from "./listing";
import { notFound } from "./not-found";
import { tagSet } from "./tag-set";

export const describeNetworkInterfaces = listing<DescribedInterface>({
  name: "DescribeNetworkInterfaces",
  set: "networkInterfaceSet",
  // The flag adds interfaces that AWS manages on behalf of a service operator. The account has none of them.
  flag: "IncludeManagedResources",
  rows: ({ account, region }) => describedInterfaces(account).filter((one) => one.region === region),
  idOf: ({ id }) => id,
  selectors: [
    {
      parameter: "NetworkInterfaceId",
      valueOf: ({ id }) => id,
      notFound: notFound("InvalidNetworkInterfaceID.NotFound", "networkInterface"),
    },
  ],
  tagsOf: ({ tags }) => tags,
  filters: {
    "network-interface-id": ({ id }) => id,
    "subnet-id": ({ subnetId }) => subnetId,
    "vpc-id": ({ vpcId }) => vpcId,
    "group-id": ({ securityGroupIds }) => securityGroupIds,
    "group-name": (one, call) => groups(one, call).map(({ groupName }) => groupName),
    "interface-type": ({ interfaceType }) => interfaceType,
    "availability-zone": ({ availabilityZone }) => availabilityZone,
    description: ({ description }) => description,
    "owner-id": (_, { account }) => account.id,
    "private-ip-address": ({ addresses }) => addresses[0],
    "addresses.private-ip-address": ({ addresses }) => addresses,
    "requester-id": ({ requesterId }) => requesterId,
    "requester-managed": ({ requesterId }) => requesterId !== undefined,
    status: ({ attachment }) => (attachment === undefined ? "available" : "in-use"),
    "attachment.attachment-id": ({ attachment }) => attachment?.id,
    "attachment.instance-owner-id": ({ attachment }) => attachment?.ownerId,
    "attachment.status": ({ attachment }) => attachment && "attached",
  },
  pageSizes: [5, 1000],
  describe: (one, call) => ({
    networkInterfaceId: one.id,
    subnetId: one.subnetId,
    vpcId: one.vpcId,
    availabilityZone: one.availabilityZone,
    availabilityZoneId: availabilityZones(one.region).find(({ name }) => name === one.availabilityZone)?.id,
    description: one.description,
    ownerId: call.account.id,
    requesterId: one.requesterId,
    requesterManaged: one.requesterId !== undefined,
    status: one.attachment === undefined ? "available" : "in-use",
    macAddress: one.macAddress,
    privateIpAddress: one.addresses[0],
    sourceDestCheck: one.interfaceType !== "natGateway",
    groupSet: groups(one, call),
    attachment: one.attachment && {
      attachmentId: one.attachment.id,
      instanceOwnerId: one.attachment.ownerId,
      deviceIndex: 1,
      status: "attached",
      attachTime: one.attachment.time,
      deleteOnTermination: false,
    },
    privateIpAddressesSet: one.addresses.map((privateIpAddress, index) => ({ privateIpAddress, primary: index === 0 })),
    ipv6AddressesSet: [],
    interfaceType: one.interfaceType,
    tagSet: tagSet(one.tags),
  }),
});

function groups({ securityGroupIds }: DescribedInterface, { account }: Call) {
  return securityGroupIds.map((groupId) => {
    const group: SecurityGroup | undefined = account.tables.securityGroups.get(groupId);
    return { groupId, groupName: group?.name };
  });
}
