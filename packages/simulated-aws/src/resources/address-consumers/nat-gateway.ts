import type { Account } from "../../account/store/account";
import { AwsError } from "../../account/store/aws-error";
import { idFrom } from "../../account/store/identifier";
import {
  createNatGateway,
  deleteNatGateway,
  interfaceOfGateway,
  type NatGatewayRequest,
  updateNatGateway,
} from "../../account/address-consumers/nat-gateway";
import { number, requiredText, text, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, tagFields } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_nat_gateway; of the regional ones: the documentation of @pulumi/aws. */
export const natGateway: ResourceType = {
  token: "aws:ec2/natGateway:NatGateway",
  fields: {
    ...regionFields,
    ...tagFields,
    allocationId: replacing(optional("string")),
    associationId: computed("string"),
    autoProvisionZones: computed("string"),
    autoScalingIps: computed("string"),
    availabilityMode: replacing(optionalComputed("string")),
    availabilityZoneAddresses: optionalComputed({
      set: {
        object: {
          allocationIds: optional({ set: "string" }),
          availabilityZone: optional("string"),
          availabilityZoneId: optional("string"),
        },
      },
    }),
    connectivityType: replacing(defaulted("string", "public")),
    networkInterfaceId: computed("string"),
    privateIp: replacing(optionalComputed("string")),
    publicIp: computed("string"),
    regionalNatGatewayAddresses: computed({ set: "anything" }),
    regionalNatGatewayAutoMode: computed("string"),
    routeTableId: computed("string"),
    secondaryAllocationIds: optional({ set: "string" }),
    secondaryPrivateIpAddressCount: replacing(optionalComputed("number")),
    secondaryPrivateIpAddresses: optionalComputed({ set: "string" }),
    subnetId: replacing(optional("string")),
    vpcId: replacing(optionalComputed("string")),
  },
  // docs/aws-facts.md#provider-plan-rules
  recomputedBy: (changed) =>
    changed.includes("secondaryAllocationIds") ? ["secondaryPrivateIpAddressCount", "secondaryPrivateIpAddresses"] : [],
  create: (account, inputs) => createNatGateway(account, request(inputs)),
  describe: (account, id) => {
    const row = account.tables.natGateways.get(id);
    if (row === undefined) return undefined;
    const attached = interfaceOfGateway(account, id);
    const [allocationId] = row.allocationIds;
    const [privateIp = "", ...secondary] = attached?.addresses ?? [];
    return {
      associationId: allocationId === undefined ? "" : idFrom("eipassoc", allocationId),
      availabilityMode: row.subnetId === undefined ? "regional" : "zonal",
      networkInterfaceId: attached?.id ?? "",
      privateIp,
      publicIp: publicIp(account, allocationId),
      region: row.region,
      secondaryPrivateIpAddressCount: secondary.length,
      secondaryPrivateIpAddresses: secondary,
      tagsAll: row.tags,
      ...(attached === undefined ? {} : { vpcId: attached.vpcId }),
    };
  },
  update: (account, id, inputs) => updateNatGateway(account, id, request(inputs)),
  remove: deleteNatGateway,
};

function request(inputs: Properties): NatGatewayRequest {
  const [subnetId, allocationId] = [text(inputs, "subnetId"), text(inputs, "allocationId")];
  const isPrivate = text(inputs, "connectivityType") === "private";
  const isRegional = text(inputs, "availabilityMode") === "regional";
  if (!isRegional && subnetId === undefined) throw new AwsError("MissingParameter", "The request must contain the parameter subnetId");
  if (!isRegional && !isPrivate && allocationId === undefined)
    throw new AwsError("MissingParameter", "The request must include the AllocationId parameter");
  const secondary = texts(inputs, "secondaryAllocationIds");
  // The private addresses of a public gateway follow its Elastic IP addresses. A private gateway has the requested addresses or number of
  // addresses.
  const requestedAddresses = texts(inputs, "secondaryPrivateIpAddresses");
  const secondaryAddresses = isPrivate ? requestedAddresses : requestedAddresses.slice(0, secondary.length);
  return {
    region: requiredText(inputs, "region"),
    tags: textMap(inputs, "tagsAll"),
    ...(isRegional || subnetId === undefined ? {} : { subnetId }),
    allocationIds: allocationId === undefined ? [] : [allocationId, ...secondary],
    privateIp: text(inputs, "privateIp"),
    secondaryAddresses,
    secondaryCount:
      isPrivate && requestedAddresses.length === 0 ? (number(inputs, "secondaryPrivateIpAddressCount") ?? 0) : secondary.length,
  };
}

function publicIp(account: Account, allocationId: string | undefined): string {
  return (allocationId === undefined ? undefined : account.tables.elasticAddresses.get(allocationId)?.publicIp) ?? "";
}
