import { interfacesOf } from "../../account/interfaces/owned-interface";
import type { VpcEndpoint } from "../../account/rows/address-consumer-rows";
import { CREATION_DATE } from "../../account/store/creation-date";
import { listing } from "./listing";
import { tagSet } from "./tag-set";
import { AwsError } from "../../account/store/aws-error";

export const describeVpcEndpoints = listing<VpcEndpoint>({
  name: "DescribeVpcEndpoints",
  set: "vpcEndpointSet",
  rows: ({ account, region }) => account.tables.vpcEndpoints.all().filter((endpoint) => endpoint.region === region),
  idOf: ({ id }) => id,
  selectors: [
    {
      parameter: "VpcEndpointId",
      valueOf: ({ id }) => id,
      notFound: (id) => new AwsError("InvalidVpcEndpointId.NotFound", `The Vpc Endpoint Id '${id}' does not exist`),
    },
  ],
  tagsOf: ({ tags }) => tags,
  filters: {
    "vpc-endpoint-id": ({ id }) => id,
    "vpc-id": ({ vpcId }) => vpcId,
    "service-name": ({ serviceName }) => serviceName,
    "vpc-endpoint-type": ({ type }) => type,
    "vpc-endpoint-state": () => "available",
  },
  pageSizes: [1, 1000],
  describe: ({ id, vpcId, region, routeTableIds, serviceName, type, tags }, { account }) => {
    const interfaces = interfacesOf(account, id);
    return {
      vpcEndpointId: id,
      vpcEndpointType: type ?? (interfaces.length > 0 ? "Interface" : "Gateway"),
      vpcId,
      serviceName,
      serviceRegion: region,
      state: "available",
      routeTableIdSet: routeTableIds,
      subnetIdSet: interfaces.map(({ subnetId }) => subnetId),
      groupSet: (interfaces[0]?.securityGroupIds ?? []).map((groupId) => ({
        groupId,
        groupName: account.tables.securityGroups.get(groupId)?.name,
      })),
      networkInterfaceIdSet: interfaces.map((one) => one.id),
      ipAddressType: "ipv4",
      requesterManaged: false,
      creationTimestamp: CREATION_DATE,
      ownerId: account.id,
      tagSet: tagSet(tags),
    };
  },
});
