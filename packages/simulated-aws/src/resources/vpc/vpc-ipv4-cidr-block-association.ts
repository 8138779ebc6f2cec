import { associateCidrBlock, disassociateCidrBlock } from "../../account/vpc/vpc-cidr-block";
import { requiredText } from "../../property/read";
import { optional, optionalComputed, regionFields, replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_vpc_ipv4_cidr_block_association. */
export const vpcIpv4CidrBlockAssociation: ResourceType = {
  token: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
  fields: {
    ...regionFields,
    cidrBlock: replacing(optionalComputed("string")),
    ipv4IpamPoolId: replacing(optional("string")),
    ipv4NetmaskLength: replacing(optional("number")),
    vpcId: replacing(required("string")),
  },
  create: (account, inputs) =>
    associateCidrBlock(account, {
      vpcId: requiredText(inputs, "vpcId"),
      cidrBlock: requiredText(inputs, "cidrBlock"),
      region: requiredText(inputs, "region"),
    }),
  describe: (account, id) => {
    const row = account.tables.vpcCidrBlocks.get(id);
    return row && { cidrBlock: row.cidrBlock, region: row.region, vpcId: row.vpcId };
  },
  remove: disassociateCidrBlock,
};
