import { freeAddresses } from "../../account/interfaces/address-count";
import type { Subnet } from "../../account/rows/vpc-rows";
import { arn } from "../../account/store/arn";
import { availabilityZones } from "../../account/vpc/availability-zone";
import { ipv6AssociationId } from "../../account/vpc/ipv6-range";
import { listing } from "./listing";
import { notFound } from "./not-found";
import { tagSet } from "./tag-set";

export const describeSubnets = listing<Subnet>({
  name: "DescribeSubnets",
  set: "subnetSet",
  rows: ({ account, region }) => account.tables.subnets.all().filter((subnet) => subnet.region === region),
  idOf: ({ id }) => id,
  selectors: [{ parameter: "SubnetId", valueOf: ({ id }) => id, notFound: notFound("InvalidSubnetID.NotFound", "subnet") }],
  tagsOf: ({ tags }) => tags,
  filters: {
    "subnet-id": ({ id }) => id,
    "vpc-id": ({ vpcId }) => vpcId,
    "availability-zone": ({ availabilityZone }) => availabilityZone,
    "availability-zone-id": zoneId,
    "available-ip-address-count": ({ id }, { account }) => freeAddresses(account, id),
    "cidr-block": ({ cidrBlock }) => cidrBlock,
    "default-for-az": ({ isDefault }) => isDefault === true,
    "ipv6-cidr-block-association.ipv6-cidr-block": ({ ipv6CidrBlock }) => ipv6CidrBlock,
    "ipv6-native": ({ ipv6Native }) => ipv6Native === true,
    "map-public-ip-on-launch": ({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch,
    "owner-id": (_, { account }) => account.id,
    state: () => "available",
  },
  pageSizes: [5, 1000],
  describe: (subnet, { account }) => ({
    subnetId: subnet.id,
    subnetArn: arn("ec2", subnet.region, account.id, `subnet/${subnet.id}`),
    ownerId: account.id,
    state: "available",
    vpcId: subnet.vpcId,
    cidrBlock: subnet.cidrBlock === "" ? undefined : subnet.cidrBlock,
    availableIpAddressCount: Math.max(0, freeAddresses(account, subnet.id)),
    availabilityZone: subnet.availabilityZone,
    availabilityZoneId: zoneId(subnet),
    defaultForAz: subnet.isDefault === true,
    mapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
    mapCustomerOwnedIpOnLaunch: false,
    assignIpv6AddressOnCreation: false,
    enableDns64: false,
    privateDnsNameOptionsOnLaunch: {
      hostnameType: subnet.ipv6Native === true ? "resource-name" : "ip-name",
      enableResourceNameDnsARecord: false,
      enableResourceNameDnsAAAARecord: false,
    },
    ipv6Native: subnet.ipv6Native === true,
    ipv6CidrBlockAssociationSet:
      subnet.ipv6CidrBlock === undefined
        ? []
        : [
            {
              associationId: ipv6AssociationId("subnet", subnet.id, subnet.ipv6CidrBlock),
              ipv6CidrBlock: subnet.ipv6CidrBlock,
              ipv6CidrBlockState: { state: "associated" },
            },
          ],
    tagSet: tagSet(subnet.tags),
  }),
});

function zoneId({ region, availabilityZone }: Subnet): string | undefined {
  return availabilityZones(region).find(({ name }) => name === availabilityZone)?.id;
}
