import { idFrom } from "../../account/store/identifier";
import { generatedIpv6Range, ipv6AssociationId } from "../../account/vpc/ipv6-range";
import { createVpc, defaultNetworkAclId, deleteVpc, findVpc, type Ipv6Request, putIpv6Range } from "../../account/vpc/vpc";
import { flag, number, requiredText, text, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_vpc. */
export const vpc: ResourceType = {
  token: "aws:ec2/vpc:Vpc",
  fields: {
    ...regionFields,
    ...tagFields,
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
  // docs/aws-facts.md#provider-plan-rules
  recomputedBy: (changed) => (changed.includes("assignGeneratedIpv6CidrBlock") ? ["ipv6AssociationId", "ipv6CidrBlock"] : []),
  create: (account, inputs) => {
    const [cidrBlock, region] = [requiredText(inputs, "cidrBlock"), requiredText(inputs, "region")];
    const { id } = createVpc(account, { ...settings(inputs), cidrBlock, region });
    return putIpv6Range(account, id, ipv6Request(inputs));
  },
  describe: (account, id, outputs) => {
    const row = account.tables.vpcs.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `vpc/${id}`),
        assignGeneratedIpv6CidrBlock: row.ipv6CidrBlock === generatedIpv6Range(id),
        cidrBlock: row.cidrBlock,
        defaultNetworkAclId: defaultNetworkAclId(id),
        defaultRouteTableId: row.mainRouteTableId,
        defaultSecurityGroupId: row.defaultSecurityGroupId,
        dhcpOptionsId: idFrom("dopt", row.region),
        enableDnsHostnames: row.enableDnsHostnames,
        enableDnsSupport: row.enableDnsSupport,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: row.instanceTenancy,
        ipv6AssociationId: ipv6AssociationId("vpc", id, row.ipv6CidrBlock),
        ipv6CidrBlock: row.ipv6CidrBlock ?? "",
        ipv6CidrBlockNetworkBorderGroup: row.ipv6CidrBlock === undefined ? "" : row.region,
        ipv6IpamPoolId: text(outputs, "ipv6IpamPoolId") ?? "",
        ipv6NetmaskLength: number(outputs, "ipv6NetmaskLength") ?? 0,
        mainRouteTableId: row.mainRouteTableId,
        ownerId: account.id,
        region: row.region,
        tagsAll: row.tags,
      }
    );
  },
  update: (account, id, inputs) => {
    putIpv6Range(account, id, ipv6Request(inputs));
    return account.tables.vpcs.put({ ...findVpc(account, id), ...settings(inputs) });
  },
  remove: deleteVpc,
};

function ipv6Request(inputs: Properties): Ipv6Request {
  return { generated: flag(inputs, "assignGeneratedIpv6CidrBlock"), ipv6CidrBlock: text(inputs, "ipv6CidrBlock") };
}

function settings(inputs: Properties) {
  return {
    enableDnsHostnames: flag(inputs, "enableDnsHostnames"),
    enableDnsSupport: flag(inputs, "enableDnsSupport"),
    instanceTenancy: requiredText(inputs, "instanceTenancy"),
    tags: textMap(inputs, "tagsAll"),
  };
}
