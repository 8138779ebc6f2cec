import { interfacesOf } from "../../account/interfaces/owned-interface";
import { prefixLists } from "../../account/vpc/prefix-list";
import {
  createVpcEndpoint,
  deleteVpcEndpoint,
  putVpcEndpoint,
  type VpcEndpointRequest,
} from "../../account/address-consumers/vpc-endpoint";
import { objects, requiredText, text, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields and of the recomputed ones: docs/aws-facts.md#provider-fields, aws_vpc_endpoint. */
export const vpcEndpoint: ResourceType = {
  token: "aws:ec2/vpcEndpoint:VpcEndpoint",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    autoAccept: optional("boolean"),
    cidrBlocks: computed({ list: "string" }),
    dnsEntries: computed({ list: { object: { dnsName: computed("string"), hostedZoneId: computed("string") } } }),
    dnsOptions: optionalComputed({
      object: {
        dnsRecordIpType: optionalComputed("string"),
        privateDnsOnlyForInboundResolverEndpoint: optional("boolean"),
        privateDnsPreference: replacing(optionalComputed("string")),
        privateDnsSpecifiedDomains: replacing(optionalComputed({ set: "string" })),
      },
    }),
    ipAddressType: optionalComputed("string"),
    networkInterfaceIds: computed({ set: "string" }),
    ownerId: computed("string"),
    policy: optionalComputed("document"),
    prefixListId: computed("string"),
    privateDnsEnabled: optionalComputed("boolean"),
    requesterManaged: computed("boolean"),
    resourceConfigurationArn: replacing(optional("string")),
    routeTableIds: optionalComputed({ set: "string" }),
    securityGroupIds: optionalComputed({ set: "string" }),
    serviceName: replacing(optional("string")),
    serviceNetworkArn: replacing(optional("string")),
    serviceRegion: replacing(optionalComputed("string")),
    state: computed("string"),
    subnetConfigurations: optionalComputed({
      set: { object: { ipv4: optional("string"), ipv6: optional("string"), subnetId: optional("string") } },
    }),
    subnetIds: optionalComputed({ set: "string" }),
    vpcEndpointType: replacing(defaulted("string", "Gateway")),
    vpcId: replacing(required("string")),
  },
  recomputedBy: (changed) => (changed.includes("subnetIds") ? ["networkInterfaceIds", "subnetConfigurations"] : []),
  create: (account, inputs) => createVpcEndpoint(account, request(inputs)),
  describe: (account, id, outputs) => {
    const row = account.tables.vpcEndpoints.get(id);
    if (row === undefined) return undefined;
    const interfaces = interfacesOf(account, id);
    return {
      arn: arn("ec2", row.region, account.id, `vpc-endpoint/${id}`),
      cidrBlocks: [],
      ipAddressType: text(outputs, "ipAddressType") ?? "ipv4",
      networkInterfaceIds: interfaces.map((one) => one.id),
      ownerId: account.id,
      prefixListId: prefixLists(row.region).find(({ name }) => name === outputs["serviceName"])?.id ?? "",
      privateDnsEnabled: outputs["privateDnsEnabled"] === true,
      region: row.region,
      requesterManaged: false,
      routeTableIds: row.routeTableIds,
      securityGroupIds: interfaces[0]?.securityGroupIds ?? [],
      serviceRegion: text(outputs, "serviceRegion") ?? row.region,
      state: "available",
      subnetConfigurations: interfaces.map(({ subnetId, addresses }) => ({ ipv4: addresses[0] ?? "", ipv6: "", subnetId })),
      subnetIds: interfaces.map(({ subnetId }) => subnetId),
      tagsAll: row.tags,
      vpcId: row.vpcId,
    };
  },
  update: (account, id, inputs) => putVpcEndpoint(account, id, request(inputs)),
  remove: deleteVpcEndpoint,
};

function request(inputs: Properties): VpcEndpointRequest {
  const subnetIds = texts(inputs, "subnetIds");
  const requestedAddresses = objects(inputs, "subnetConfigurations").map(
    (one) => [text(one, "subnetId") ?? "", text(one, "ipv4") ?? ""] as const,
  );
  const serviceName = text(inputs, "serviceName");
  return {
    region: requiredText(inputs, "region"),
    tags: textMap(inputs, "tagsAll"),
    vpcId: requiredText(inputs, "vpcId"),
    ...(serviceName === undefined ? {} : { serviceName }),
    type: requiredText(inputs, "vpcEndpointType"),
    routeTableIds: texts(inputs, "routeTableIds"),
    subnetIds,
    securityGroupIds: texts(inputs, "securityGroupIds"),
    addresses: new Map(requestedAddresses.filter(([subnetId, address]) => subnetIds.includes(subnetId) && address !== "")),
  };
}
