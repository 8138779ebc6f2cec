import { availabilityZones } from "../../account/vpc/availability-zone";
import { lastInterfaceDeletion } from "../../account/interfaces/hyperplane";
import { ipv6AssociationId } from "../../account/vpc/ipv6-range";
import { changeIpv6Range, createSubnet, deleteSubnet } from "../../account/vpc/subnet";
import { flag, number, requiredText, text, textMap } from "../../property/read";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_subnet. */
export const subnet: ResourceType = {
  token: "aws:ec2/subnet:Subnet",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    assignIpv6AddressOnCreation: defaulted("boolean", false),
    availabilityZone: replacing(optionalComputed("string")),
    availabilityZoneId: replacing(optionalComputed("string")),
    cidrBlock: replacing(optionalComputed("string")),
    customerOwnedIpv4Pool: optional("string"),
    enableDns64: defaulted("boolean", false),
    enableLniAtDeviceIndex: optional("number"),
    enableResourceNameDnsARecordOnLaunch: defaulted("boolean", false),
    enableResourceNameDnsAaaaRecordOnLaunch: defaulted("boolean", false),
    ipv4IpamPoolId: replacing(optional("string")),
    ipv4NetmaskLength: replacing(optional("number")),
    ipv6CidrBlock: optionalComputed("string"),
    ipv6CidrBlockAssociationId: computed("string"),
    ipv6IpamPoolId: replacing(optional("string")),
    ipv6Native: replacing(defaulted("boolean", false)),
    ipv6NetmaskLength: replacing(optional("number")),
    mapCustomerOwnedIpOnLaunch: optional("boolean"),
    mapPublicIpOnLaunch: defaulted("boolean", false),
    outpostArn: replacing(optional("string")),
    ownerId: computed("string"),
    privateDnsHostnameTypeOnLaunch: optionalComputed("string"),
    vpcId: replacing(required("string")),
  },
  // EC2 cannot remove a range from a subnet that assigns addresses of it to new interfaces (docs/aws-facts.md#provider-plan-rules).
  replacedBy: (_, old) => (flag(old, "assignIpv6AddressOnCreation") ? ["ipv6CidrBlock"] : []),
  create: (account, inputs) => {
    const region = requiredText(inputs, "region");
    const zoneId = text(inputs, "availabilityZoneId");
    const availabilityZone = text(inputs, "availabilityZone") ?? availabilityZones(region).find(({ id }) => id === zoneId)?.name;
    return createSubnet(account, {
      region,
      vpcId: requiredText(inputs, "vpcId"),
      cidrBlock: text(inputs, "cidrBlock") ?? "",
      ipv6CidrBlock: text(inputs, "ipv6CidrBlock"),
      mapPublicIpOnLaunch: flag(inputs, "mapPublicIpOnLaunch"),
      tags: textMap(inputs, "tagsAll"),
      ...(flag(inputs, "ipv6Native") ? { ipv6Native: true } : {}),
      ...(availabilityZone === undefined ? {} : { availabilityZone }),
    });
  },
  describe: (account, id, outputs) => {
    const row = account.tables.subnets.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `subnet/${id}`),
        availabilityZone: row.availabilityZone,
        availabilityZoneId: availabilityZones(row.region).find(({ name }) => name === row.availabilityZone)?.id ?? "",
        cidrBlock: row.cidrBlock,
        customerOwnedIpv4Pool: text(outputs, "customerOwnedIpv4Pool") ?? "",
        enableLniAtDeviceIndex: number(outputs, "enableLniAtDeviceIndex") ?? 0,
        ipv6CidrBlock: row.ipv6CidrBlock ?? "",
        ipv6CidrBlockAssociationId: ipv6AssociationId("subnet", id, row.ipv6CidrBlock),
        ipv6Native: row.ipv6Native === true,
        mapCustomerOwnedIpOnLaunch: false,
        mapPublicIpOnLaunch: row.mapPublicIpOnLaunch,
        outpostArn: text(outputs, "outpostArn") ?? "",
        ownerId: account.id,
        privateDnsHostnameTypeOnLaunch: "ip-name",
        region: row.region,
        tagsAll: row.tags,
        vpcId: row.vpcId,
      }
    );
  },
  update: (account, id, inputs) =>
    account.tables.subnets.put({
      ...changeIpv6Range(account, id, text(inputs, "ipv6CidrBlock")),
      mapPublicIpOnLaunch: flag(inputs, "mapPublicIpOnLaunch"),
      tags: textMap(inputs, "tagsAll"),
    }),
  remove: deleteSubnet,
  busyUntil: (account, id) => lastInterfaceDeletion(account, "subnet", id),
};
