import type { Account } from "../../account/store/account";
import { findNetworkAcl, putNetworkAcl } from "../../account/vpc/network-acl";
import { objects, requiredText, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, optional, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";
import { networkAclBlocks, networkAclRuleBlock, networkAclRuleOf } from "./network-acl-rule-block";

/**
 * Adopts the default network ACL of a VPC: it removes all rules, then adds those of the program. Its deletion changes nothing in AWS
 * (docs/aws-facts.md#adopting-resources). Every subnet uses it, so `subnetIds` lists all subnets of the VPC, also those that the program
 * does not list. Source of the fields: docs/aws-facts.md#provider-fields, aws_default_network_acl.
 */
export const defaultNetworkAcl: ResourceType = {
  token: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    defaultNetworkAclId: replacing(required("string")),
    egress: optional({ set: { object: networkAclRuleBlock } }),
    ingress: optional({ set: { object: networkAclRuleBlock } }),
    ownerId: computed("string"),
    subnetIds: optional({ set: "string" }),
    vpcId: computed("string"),
  },
  create: (account, inputs) => configure(account, requiredText(inputs, "defaultNetworkAclId"), inputs),
  describe: (account, id, outputs) => {
    const row = account.tables.networkAcls.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `network-acl/${id}`),
        defaultNetworkAclId: id,
        egress: networkAclBlocks(true, row.rules, objects(outputs, "egress")),
        ingress: networkAclBlocks(false, row.rules, objects(outputs, "ingress")),
        ownerId: account.id,
        region: row.region,
        subnetIds: account.tables.subnets.where("vpc", row.vpcId).map((subnet) => subnet.id),
        tagsAll: row.tags,
        vpcId: row.vpcId,
      }
    );
  },
  update: configure,
  remove: () => undefined,
};

function configure(account: Account, id: string, inputs: Properties) {
  const rules = [true, false].flatMap((egress) =>
    objects(inputs, egress ? "egress" : "ingress").map((block) => networkAclRuleOf(egress, block)),
  );
  return putNetworkAcl(account, { ...findNetworkAcl(account, id), rules, tags: textMap(inputs, "tagsAll") });
}
