import type { Account } from "../../account/store/account";
import { lastInterfaceDeletion } from "../../account/interfaces/hyperplane";
import type { Direction } from "../../account/rows/security-group-rows";
import { createSecurityGroup, deleteSecurityGroup, findSecurityGroup } from "../../account/vpc/security-group";
import { authorizeRule, revokeRule, ruleText } from "../../account/vpc/security-group-rule";
import { findDefaultVpc } from "../../account/vpc/default-vpc";
import { objects, requiredText, text, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, emptyMeansNone, autonamed, optionalComputed, regionFields, replacing, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";
import { blocksOf, ruleBlock, rulesOf, representRules } from "./rule-block";

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

/**
 * A group without a VPC is created in the default VPC (docs/aws-facts.md#groups-without-a-vpc). Source of the fields:
 * docs/aws-facts.md#provider-fields, aws_security_group; of the description: pulumi-aws.
 */
export const securityGroup: ResourceType = {
  token: "aws:ec2/securityGroup:SecurityGroup",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    description: replacing(defaulted("string", "Managed by Pulumi")),
    egress: emptyMeansNone(optionalComputed({ set: { object: ruleBlock } })),
    ingress: emptyMeansNone(optionalComputed({ set: { object: ruleBlock } })),
    name: autonamed(255),
    namePrefix: replacing(optionalComputed("string")),
    ownerId: computed("string"),
    revokeRulesOnDelete: defaulted("boolean", false),
    vpcId: replacing(optionalComputed("string")),
  },
  create: (account, inputs) => {
    const region = requiredText(inputs, "region");
    const created = createSecurityGroup(account, {
      region,
      vpcId: text(inputs, "vpcId") ?? findDefaultVpc(account, region).id,
      name: nameOf(account, inputs),
      description: requiredText(inputs, "description"),
      tags: textMap(inputs, "tagsAll"),
    });
    updateRules(account, created.id, inputs, {});
    return created;
  },
  describe: (account, id, outputs) => {
    const row = account.tables.securityGroups.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `security-group/${id}`),
        description: row.description,
        egress: blocks(account, id, "egress", outputs),
        ingress: blocks(account, id, "ingress", outputs),
        name: row.name,
        namePrefix: namePrefixOf(row.name),
        ownerId: account.id,
        region: row.region,
        tagsAll: row.tags,
        vpcId: row.vpcId,
      }
    );
  },
  update: updateSecurityGroup,
  remove: deleteSecurityGroup,
  busyUntil: (account, id) => lastInterfaceDeletion(account, "group", id),
};

/** Applies tags and rules. `outputs` holds the rules that the program had before. */
export function updateSecurityGroup(account: Account, id: string, inputs: Properties, outputs: Properties): { readonly id: string } {
  account.tables.securityGroups.put({ ...findSecurityGroup(account, id), tags: textMap(inputs, "tagsAll") });
  updateRules(account, id, inputs, outputs);
  return { id };
}

/** The rules of a group as blocks, in their previous grouping if that still represents them. */
function blocks(account: Account, id: string, direction: Direction, outputs: Properties): readonly Properties[] {
  const rules = account.tables.securityGroupRules.where("group", id).filter((rule) => rule.direction === direction);
  const before = objects(outputs, direction);
  return representRules(before, id, direction, rules) ? before : blocksOf(rules);
}

/** Applies only the changes of the program: separate rule resources also add rules to the group. */
function updateRules(account: Account, groupId: string, inputs: Properties, outputs: Properties): void {
  const rules = (from: Properties) =>
    DIRECTIONS.flatMap((direction) => objects(from, direction).flatMap((block) => rulesOf(groupId, direction, block)));
  const [before, after] = [rules(outputs), rules(inputs)];
  const [old, wanted] = [new Set(before.map(ruleText)), new Set(after.map(ruleText))];
  for (const rule of before.filter((one) => !wanted.has(ruleText(one)))) revokeRule(account, rule);
  for (const rule of after.filter((one) => !old.has(ruleText(one)))) authorizeRule(account, rule);
}
