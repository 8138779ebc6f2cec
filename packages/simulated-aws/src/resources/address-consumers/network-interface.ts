import type { Account } from "../../account/store/account";
import { ec2AddressErrors } from "../../account/interfaces/address-assignment";
import { AwsError } from "../../account/store/aws-error";
import { updateInterface, type InterfaceRequest, createInterface, groupsOrDefault } from "../../account/interfaces/owned-interface";
import { findSubnet } from "../../account/vpc/subnet";
import { number, requiredText, text, textMap, texts } from "../../property/read";
import { isList, type Properties } from "../../property/value";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** A network interface that a program creates directly. Source of the fields: docs/aws-facts.md#provider-fields, aws_network_interface. */
export const networkInterface: ResourceType = {
  token: "aws:ec2/networkInterface:NetworkInterface",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    attachments: optionalComputed({
      set: {
        object: {
          attachmentId: computed("string"),
          deviceIndex: required("number"),
          instance: required("string"),
          networkCardIndex: optional("number"),
        },
      },
    }),
    description: optional("string"),
    enaSrdSpecification: optional({
      object: {
        enaSrdEnabled: optional("boolean"),
        enaSrdUdpSpecification: optional({ object: { enaSrdUdpEnabled: optional("boolean") } }),
      },
    }),
    enablePrimaryIpv6: optionalComputed("boolean"),
    interfaceType: replacing(optionalComputed("string")),
    ipv4PrefixCount: optionalComputed("number"),
    ipv4Prefixes: optionalComputed({ set: "string" }),
    ipv6AddressCount: optionalComputed("number"),
    ipv6AddressListEnabled: defaulted("boolean", false),
    ipv6AddressLists: optionalComputed({ list: "string" }),
    ipv6Addresses: optionalComputed({ set: "string" }),
    ipv6PrefixCount: optionalComputed("number"),
    ipv6Prefixes: optionalComputed({ set: "string" }),
    macAddress: computed("string"),
    outpostArn: computed("string"),
    ownerId: computed("string"),
    privateDnsName: computed("string"),
    privateIp: optionalComputed("string"),
    privateIpListEnabled: defaulted("boolean", false),
    privateIpLists: optionalComputed({ list: "string" }),
    privateIps: optionalComputed({ set: "string" }),
    privateIpsCount: optionalComputed("number"),
    securityGroups: optionalComputed({ set: "string" }),
    sourceDestCheck: defaulted("boolean", true),
    subnetId: replacing(required("string")),
  },
  // An interface without its primary address is replaced (docs/aws-facts.md#provider-plan-rules).
  replacedBy: ({ privateIps }, { privateIp }) =>
    privateIps !== undefined && isList(privateIps) && privateIp !== undefined && !privateIps.includes(privateIp) ? ["privateIps"] : [],
  recomputedBy: (changed) => [
    ...(changed.includes("privateIps") ? ["privateIpsCount", "privateIpLists"] : []),
    ...(changed.includes("privateIpsCount") ? ["privateIps", "privateIpLists"] : []),
  ],
  create: (account, inputs) => {
    const { id } = createInterface(account, request(account, inputs), ec2AddressErrors);
    return account.tables.interfaceTags.put({ id, region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll") });
  },
  describe: (account, id) => {
    const [row, tagRow] = [account.tables.ownedInterfaces.get(id), account.tables.interfaceTags.get(id)];
    if (row === undefined || tagRow === undefined) return undefined;
    const [privateIp = ""] = row.addresses;
    return {
      arn: arn("ec2", tagRow.region, account.id, `network-interface/${id}`),
      attachments: [],
      description: row.description,
      interfaceType: row.interfaceType,
      ipv4PrefixCount: 0,
      ipv4Prefixes: [],
      ipv6AddressCount: 0,
      ipv6AddressLists: [],
      ipv6Addresses: [],
      ipv6PrefixCount: 0,
      ipv6Prefixes: [],
      macAddress: `02:${id.slice(-10).replace(/(..)(?=.)/g, "$1:")}`,
      outpostArn: "",
      ownerId: account.id,
      privateDnsName: `ip-${privateIp.replaceAll(".", "-")}.ec2.internal`,
      privateIp,
      privateIpLists: row.addresses,
      privateIps: row.addresses,
      privateIpsCount: row.addresses.length - 1,
      region: tagRow.region,
      securityGroups: row.securityGroupIds,
      subnetId: row.subnetId,
      tagsAll: tagRow.tags,
    };
  },
  update: (account, id, inputs, outputs) => {
    const existing = account.tables.ownedInterfaces.get(id);
    if (existing === undefined) throw new AwsError("InvalidNetworkInterfaceID.NotFound", `The networkInterface ID '${id}' does not exist`);
    const interfaceRequest = request(account, inputs, outputs);
    const changed = updateInterface(account, existing, interfaceRequest, ec2AddressErrors);
    account.tables.ownedInterfaces.put({ ...changed, description: interfaceRequest.description });
    return account.tables.interfaceTags.put({ id, region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll") });
  },
  remove: (account, id) => {
    account.tables.ownedInterfaces.remove(id);
    account.tables.interfaceTags.remove(id);
  },
};

/** AWS chooses addresses and their number unless the program does. The changed one of the two applies. */
function request(account: Account, inputs: Properties, before: Properties = {}): InterfaceRequest {
  if ((number(inputs, "ipv4PrefixCount") ?? 0) > 0 || texts(inputs, "ipv4Prefixes").length > 0)
    throw new AwsError("UnsupportedOperation", "simulated AWS does not support prefixes of network interfaces. Specify addresses");
  const subnetId = requiredText(inputs, "subnetId");
  const requested = texts(inputs, inputs["privateIpListEnabled"] === true ? "privateIpLists" : "privateIps");
  const primary = text(inputs, "privateIp") ?? requested[0];
  const secondary = requested.filter((address) => address !== primary);
  const secondaryCount = number(inputs, "privateIpsCount") ?? 0;
  const secondaryCountBefore = number(before, "privateIpsCount");
  return {
    subnetId,
    securityGroupIds: groupsOrDefault(account, findSubnet(account, subnetId).vpcId, texts(inputs, "securityGroups")),
    interfaceType: text(inputs, "interfaceType") ?? "interface",
    description: text(inputs, "description") ?? "",
    primary,
    secondary:
      secondaryCountBefore === undefined || secondaryCountBefore === secondaryCount ? secondary : secondary.slice(0, secondaryCount),
    count: secondaryCountBefore === secondaryCount ? 1 + secondary.length : 1 + secondaryCount,
  };
}
