import type { Account } from "../../account/store/account";
import { lastInterfaceDeletion } from "../../account/interfaces/hyperplane";
import { findOrCreateDefaultSubnet } from "../../account/vpc/default-vpc";
import { changeIpv6Range, deleteSubnet } from "../../account/vpc/subnet";
import { flag, requiredText, text, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, replacing, required, withoutFields } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";
import { subnet } from "../vpc/subnet";

/**
 * Adopts the default subnet of a zone, or creates it if there is none (docs/aws-facts.md#adopting-resources). Source of the fields:
 * docs/aws-facts.md#provider-fields, aws_default_subnet.
 */
export const defaultSubnet: ResourceType = {
  token: "aws:ec2/defaultSubnet:DefaultSubnet",
  fields: {
    ...withoutFields(subnet.fields, ["ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6IpamPoolId", "ipv6NetmaskLength"]),
    availabilityZone: replacing(required("string")),
    availabilityZoneId: computed("string"),
    cidrBlock: computed("string"),
    enableLniAtDeviceIndex: computed("number"),
    existingDefaultSubnet: computed("boolean"),
    forceDestroy: defaulted("boolean", false),
    mapPublicIpOnLaunch: defaulted("boolean", true),
    outpostArn: computed("string"),
    vpcId: computed("string"),
  },
  prepare: (run, action, inputs) =>
    Promise.resolve(action === "create" ? { existingDefaultSubnet: run((account) => adopt(account, inputs)).existing } : {}),
  create: (account, inputs) => configure(account, adopt(account, inputs).subnet.id, inputs),
  describe: (account, id, outputs) => {
    const described = subnet.describe(account, id, outputs);
    return described && { ...described, existingDefaultSubnet: flag(outputs, "existingDefaultSubnet") };
  },
  update: configure,
  remove: (account, id, outputs) => {
    if (flag(outputs, "forceDestroy")) deleteSubnet(account, id);
  },
  busyUntil: (account, id, outputs) => (flag(outputs, "forceDestroy") ? lastInterfaceDeletion(account, "subnet", id) : undefined),
};

function adopt(account: Account, inputs: Properties) {
  return findOrCreateDefaultSubnet(account, requiredText(inputs, "region"), requiredText(inputs, "availabilityZone"));
}

function configure(account: Account, id: string, inputs: Properties) {
  return account.tables.subnets.put({
    ...changeIpv6Range(account, id, text(inputs, "ipv6CidrBlock")),
    mapPublicIpOnLaunch: flag(inputs, "mapPublicIpOnLaunch"),
    tags: textMap(inputs, "tagsAll"),
  });
}
