import { byAws, ec2, none, region, type ResourceType, taggedInRegion, tags } from "./resource-type";

export const internetGateway: ResourceType = {
  added: taggedInRegion,
  replacing: [],
  otherwise: tags,
  madeUp: { arn: ec2("internet-gateway"), ownerId: "123456789012" },
};

export const elasticIp: ResourceType = {
  added: taggedInRegion,
  replacing: [],
  otherwise: {
    ...tags,
    address: none,
    associateWithPrivateIp: none,
    associationId: byAws(""),
    carrierIp: byAws(""),
    customerOwnedIp: byAws(""),
    customerOwnedIpv4Pool: none,
    instance: byAws(null),
    ipamPoolId: byAws(null),
    networkBorderGroup: byAws("us-east-1"),
    networkInterface: byAws(null),
    privateDns: byAws(null),
    privateIp: byAws(null),
    ptrRecord: byAws(null),
    publicIpv4Pool: byAws("amazon"),
  },
  madeUp: {
    allocationId: "{id}",
    arn: ec2("elastic-ip"),
    publicDns: "ec2-198-18-0-4.compute-1.amazonaws.com",
    publicIp: "198.18.0.4",
  },
};

export const natGateway: ResourceType = {
  added: { ...taggedInRegion, connectivityType: "public" },
  replacing: ["allocationId", "subnetId"],
  otherwise: {
    ...tags,
    autoProvisionZones: byAws(null),
    autoScalingIps: byAws(null),
    availabilityMode: byAws("zonal"),
    availabilityZoneAddresses: byAws(null),
    regionalNatGatewayAddresses: byAws(null),
    regionalNatGatewayAutoMode: byAws(null),
    routeTableId: byAws(null),
    secondaryAllocationIds: none,
    secondaryPrivateIpAddressCount: byAws(0),
    secondaryPrivateIpAddresses: byAws([]),
  },
  madeUp: {
    associationId: "eipassoc-of-{id}",
    networkInterfaceId: "eni-of-{id}",
    privateIp: "10.0.0.5",
    publicIp: "198.18.0.4",
    vpcId: "vpc-of-{id}",
  },
};

export const routeTable: ResourceType = {
  added: taggedInRegion,
  replacing: ["vpcId"],
  otherwise: { ...tags, propagatingVgws: byAws(null), routes: byAws([]) },
  madeUp: { arn: ec2("route-table"), ownerId: "123456789012" },
};

export const route: ResourceType = {
  added: region,
  replacing: ["routeTableId"],
  otherwise: {
    carrierGatewayId: none,
    coreNetworkArn: none,
    destinationIpv6CidrBlock: none,
    destinationPrefixListId: none,
    egressOnlyGatewayId: none,
    gatewayId: none,
    instanceId: byAws(""),
    instanceOwnerId: byAws(""),
    localGatewayId: none,
    natGatewayId: none,
    networkInterfaceId: none,
    odbNetworkArn: none,
    origin: byAws("CreateRoute"),
    state: byAws("active"),
    transitGatewayId: none,
    vpcEndpointId: none,
    vpcPeeringConnectionId: none,
  },
  madeUp: {},
};
