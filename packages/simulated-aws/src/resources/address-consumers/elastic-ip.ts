import { allocateAddress, findElasticAddress, releaseAddress } from "../../account/address-consumers/elastic-address";
import { interfaceOfGateway } from "../../account/address-consumers/nat-gateway";
import { idFrom } from "../../account/store/identifier";
import { requiredText, textMap } from "../../property/read";
import { computed, optional, optionalComputed, regionFields, replacing, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** An Elastic IP address. Source of the fields: docs/aws-facts.md#provider-fields, aws_eip. */
export const elasticIp: ResourceType = {
  token: "aws:ec2/eip:Eip",
  fields: {
    ...regionFields,
    ...tagFields,
    address: replacing(optional("string")),
    allocationId: computed("string"),
    arn: computed("string"),
    associateWithPrivateIp: optional("string"),
    associationId: computed("string"),
    carrierIp: computed("string"),
    customerOwnedIp: computed("string"),
    customerOwnedIpv4Pool: optional("string"),
    domain: replacing(optionalComputed("string")),
    instance: optionalComputed("string"),
    ipamPoolId: replacing(optionalComputed("string")),
    networkBorderGroup: replacing(optionalComputed("string")),
    networkInterface: optionalComputed("string"),
    privateDns: computed("string"),
    privateIp: computed("string"),
    ptrRecord: computed("string"),
    publicDns: computed("string"),
    publicIp: computed("string"),
    publicIpv4Pool: replacing(optionalComputed("string")),
  },
  create: (account, inputs) => allocateAddress(account, { region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll") }),
  describe: (account, id) => {
    const row = account.tables.elasticAddresses.get(id);
    if (row === undefined) return undefined;
    const [gateway] = account.tables.natGateways.where("allocation", id);
    const attached = gateway && interfaceOfGateway(account, gateway.id);
    return {
      allocationId: id,
      arn: arn("ec2", row.region, account.id, `elastic-ip/${id}`),
      associationId: gateway === undefined ? "" : idFrom("eipassoc", id),
      carrierIp: "",
      customerOwnedIp: "",
      domain: "vpc",
      networkBorderGroup: row.region,
      publicDns: `ec2-${row.publicIp.replaceAll(".", "-")}.compute-1.amazonaws.com`,
      publicIp: row.publicIp,
      publicIpv4Pool: "amazon",
      region: row.region,
      tagsAll: row.tags,
      ...(attached === undefined ? {} : { networkInterface: attached.id, privateIp: attached.addresses[0] ?? "" }),
    };
  },
  update: (account, id, inputs) =>
    account.tables.elasticAddresses.put({ ...findElasticAddress(account, id), tags: textMap(inputs, "tagsAll") }),
  remove: releaseAddress,
};
