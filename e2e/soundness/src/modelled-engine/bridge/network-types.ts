import { always, byAws, ec2, none, region, type ResourceType, taggedInRegion, tags } from "./resource-type";

export const vpc: ResourceType = {
  added: { ...taggedInRegion, enableDnsSupport: true, instanceTenancy: "default" },
  replacing: ["cidrBlock"],
  otherwise: {
    ...tags,
    assignGeneratedIpv6CidrBlock: [null, false],
    enableDnsHostnames: byAws(false),
    enableNetworkAddressUsageMetrics: byAws(false),
    ipv4IpamPoolId: none,
    ipv4NetmaskLength: none,
    ipv6AssociationId: byAws(""),
    ipv6CidrBlock: byAws(""),
    ipv6CidrBlockNetworkBorderGroup: byAws(""),
    ipv6IpamPoolId: [null, ""],
    ipv6NetmaskLength: [null, 0],
  },
  madeUp: {
    arn: ec2("vpc"),
    defaultNetworkAclId: "acl-of-{id}",
    defaultRouteTableId: "rtb-of-{id}",
    defaultSecurityGroupId: "sg-of-{id}",
    dhcpOptionsId: "dopt-09e658885e781b44e",
    mainRouteTableId: "rtb-of-{id}",
    ownerId: "123456789012",
  },
};

export const subnet: ResourceType = {
  added: taggedInRegion,
  replacing: ["cidrBlock", "vpcId"],
  otherwise: {
    ...tags,
    assignIpv6AddressOnCreation: always(false),
    customerOwnedIpv4Pool: [null, ""],
    enableDns64: always(false),
    enableLniAtDeviceIndex: [null, 0],
    enableResourceNameDnsARecordOnLaunch: always(false),
    enableResourceNameDnsAaaaRecordOnLaunch: always(false),
    ipv4IpamPoolId: none,
    ipv4NetmaskLength: none,
    ipv6CidrBlock: byAws(""),
    ipv6CidrBlockAssociationId: byAws(""),
    ipv6IpamPoolId: none,
    ipv6Native: always(false),
    ipv6NetmaskLength: none,
    mapCustomerOwnedIpOnLaunch: [null, false],
    mapPublicIpOnLaunch: always(false),
    outpostArn: [null, ""],
    privateDnsHostnameTypeOnLaunch: byAws("ip-name"),
  },
  madeUp: { arn: ec2("subnet"), availabilityZone: "us-east-1a", availabilityZoneId: "use1-az1", ownerId: "123456789012" },
};

export const securityGroup: ResourceType = {
  added: taggedInRegion,
  named: true,
  replacing: ["description", "vpcId"],
  otherwise: { ...tags, egress: byAws([]), ingress: byAws([]), namePrefix: byAws(""), revokeRulesOnDelete: always(false) },
  madeUp: { arn: ec2("security-group"), ownerId: "123456789012" },
};

export const securityGroupRule: ResourceType = {
  added: region,
  replacing: ["securityGroupId"],
  otherwise: {
    description: none,
    ipv6CidrBlocks: none,
    prefixListIds: none,
    self: always(false),
    sourceSecurityGroupId: byAws(""),
  },
  madeUp: { securityGroupRuleId: "sgr-of-{id}" },
};

export const securityGroupEgressRule: ResourceType = {
  added: region,
  replacing: ["securityGroupId"],
  otherwise: { tagsAll: always({}) },
  madeUp: { arn: ec2("security-group-rule"), securityGroupRuleId: "{id}" },
};

export const defaultSecurityGroup: ResourceType = {
  added: taggedInRegion,
  replacing: ["vpcId"],
  otherwise: {
    ...tags,
    description: byAws("default VPC security group"),
    egress: byAws([]),
    ingress: byAws([]),
    name: byAws("default"),
    namePrefix: byAws(""),
    revokeRulesOnDelete: always(false),
  },
  madeUp: { arn: ec2("security-group"), ownerId: "123456789012" },
};

export const networkInterface: ResourceType = {
  added: { ...taggedInRegion, sourceDestCheck: true },
  replacing: ["subnetId"],
  otherwise: {
    ...tags,
    attachments: byAws([]),
    description: [null, ""],
    enaSrdSpecification: none,
    enablePrimaryIpv6: byAws(null),
    interfaceType: byAws("interface"),
    ipv4PrefixCount: byAws(0),
    ipv4Prefixes: byAws([]),
    ipv6AddressCount: byAws(0),
    ipv6AddressListEnabled: always(false),
    ipv6AddressLists: byAws([]),
    ipv6Addresses: byAws([]),
    ipv6PrefixCount: byAws(0),
    ipv6Prefixes: byAws([]),
    outpostArn: byAws(""),
    privateIpListEnabled: always(false),
    privateIpsCount: byAws(0),
  },
  madeUp: {
    arn: ec2("network-interface"),
    macAddress: "02:00:00:00:00:00",
    ownerId: "123456789012",
    privateDnsName: "ip-10-0-0-4.ec2.internal",
    privateIp: "10.0.0.4",
    privateIpLists: "10.0.0.4",
    privateIps: "10.0.0.4",
  },
  sets: ["securityGroups"],
};
