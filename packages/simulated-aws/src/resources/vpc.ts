import { idFrom } from "../account/identifier";
import { createVpc, deleteVpc, findVpc } from "../account/vpc";
import { flag, requiredText, textMap } from "../property/read";
import type { Properties } from "../property/value";
import { computed, defaulted, optional, optionalComputed, regional, replacing, tagging } from "../schema/field";
import { arn } from "./arn";
import type { ResourceType } from "./resource-type";

/** Source of the fields: terraform-provider-aws, aws_vpc. */
export const vpc: ResourceType = {
  token: "aws:ec2/vpc:Vpc",
  fields: {
    ...regional,
    ...tagging,
    arn: computed("string"),
    assignGeneratedIpv6CidrBlock: optional("boolean"),
    cidrBlock: replacing(optionalComputed("string")),
    defaultNetworkAclId: computed("string"),
    defaultRouteTableId: computed("string"),
    defaultSecurityGroupId: computed("string"),
    dhcpOptionsId: computed("string"),
    enableDnsHostnames: optionalComputed("boolean"),
    enableDnsSupport: defaulted("boolean", true),
    enableNetworkAddressUsageMetrics: optionalComputed("boolean"),
    instanceTenancy: defaulted("string", "default"),
    ipv4IpamPoolId: replacing(optional("string")),
    ipv4NetmaskLength: replacing(optional("number")),
    ipv6AssociationId: computed("string"),
    ipv6CidrBlock: optionalComputed("string"),
    ipv6CidrBlockNetworkBorderGroup: optionalComputed("string"),
    ipv6IpamPoolId: optional("string"),
    ipv6NetmaskLength: optional("number"),
    mainRouteTableId: computed("string"),
    ownerId: computed("string"),
  },
  create: (account, inputs) =>
    createVpc(account, { ...settings(inputs), cidrBlock: requiredText(inputs, "cidrBlock"), region: requiredText(inputs, "region") }),
  describe: (account, id) => {
    const row = account.tables.vpcs.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `vpc/${id}`),
        cidrBlock: row.cidrBlock,
        defaultNetworkAclId: idFrom("acl", id),
        defaultRouteTableId: row.mainRouteTableId,
        defaultSecurityGroupId: row.defaultSecurityGroupId,
        dhcpOptionsId: idFrom("dopt", row.region),
        enableDnsHostnames: row.enableDnsHostnames,
        enableDnsSupport: row.enableDnsSupport,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: row.instanceTenancy,
        ipv6AssociationId: null,
        ipv6CidrBlock: null,
        ipv6CidrBlockNetworkBorderGroup: null,
        mainRouteTableId: row.mainRouteTableId,
        ownerId: account.id,
        region: row.region,
        tagsAll: row.tags,
      }
    );
  },
  update: (account, id, inputs) => account.tables.vpcs.put({ ...findVpc(account, id), ...settings(inputs) }),
  remove: deleteVpc,
};

function settings(inputs: Properties) {
  return {
    enableDnsHostnames: flag(inputs, "enableDnsHostnames"),
    enableDnsSupport: flag(inputs, "enableDnsSupport"),
    instanceTenancy: requiredText(inputs, "instanceTenancy"),
    tags: textMap(inputs, "tagsAll"),
  };
}
