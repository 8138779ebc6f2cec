import type { Direction, Peer } from "../../account/rows/security-group-rows";
import { AwsError } from "../../account/store/aws-error";
import { authorizeRule, type RuleRequest } from "../../account/vpc/security-group-rule";
import { number, requiredText, text, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, optional, regionFields, replacing, required } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";
import { protocolName } from "./rule-block";

/**
 * A single rule of a group, as EC2 stores it. Source of the fields: docs/aws-facts.md#provider-fields, aws_vpc_security_group_egress_rule
 * and aws_vpc_security_group_ingress_rule.
 */
function ruleType(direction: Direction, token: string): ResourceType {
  return {
    token,
    framework: true,
    fields: {
      ...regionFields,
      arn: computed("string"),
      cidrIpv4: optional("string"),
      cidrIpv6: optional("string"),
      description: optional("string"),
      fromPort: optional("number"),
      ipProtocol: required("string"),
      prefixListId: optional("string"),
      referencedSecurityGroupId: optional("string"),
      securityGroupId: replacing(required("string")),
      securityGroupRuleId: computed("string"),
      tags: optional({ map: "string" }),
      tagsAll: computed({ map: "string" }),
      toPort: optional("number"),
    },
    validate: (inputs) => {
      const peers = PEERS.filter((name) => inputs[name] !== undefined);
      return peers.length === 1
        ? []
        : [{ path: "cidrIpv4", reason: `Exactly one of ${PEERS.join(", ")} must be specified, not ${peers.join(" and ") || "none"}` }];
    },
    // The kind of peer of a rule cannot change (docs/aws-facts.md#provider-plan-rules).
    replacedBy: (planned, old) => (peerName(planned) === peerName(old) ? [] : PEERS),
    create: (account, inputs) => authorizeRule(account, request(direction, inputs)),
    describe: (account, id) => {
      const row = account.tables.securityGroupRules.get(id);
      const region = row && account.tables.securityGroups.get(row.groupId)?.region;
      if (row?.direction !== direction || region === undefined) return undefined;
      return {
        ...row.peer,
        arn: arn("ec2", region, account.id, `security-group-rule/${id}`),
        ipProtocol: row.protocol,
        region,
        securityGroupId: row.groupId,
        securityGroupRuleId: id,
        tagsAll: row.tags,
        ...(row.fromPort === undefined ? {} : { fromPort: row.fromPort, toPort: row.toPort ?? row.fromPort }),
        ...(row.description === "" ? {} : { description: row.description }),
      };
    },
    update: (account, id, inputs) => account.tables.securityGroupRules.put({ ...request(direction, inputs), id }),
    remove: (account, id) => {
      account.tables.securityGroupRules.remove(id);
    },
  };
}

export const egressRule = ruleType("egress", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
export const ingressRule = ruleType("ingress", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");

const PEERS = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"] as const;

function peerName(properties: Properties): string | undefined {
  return PEERS.find((name) => (properties[name] ?? null) !== null);
}

function request(direction: Direction, inputs: Properties): RuleRequest {
  const protocol = protocolName(requiredText(inputs, "ipProtocol"));
  const fromPort = number(inputs, "fromPort");
  return {
    groupId: requiredText(inputs, "securityGroupId"),
    direction,
    protocol,
    peer: peerOf(inputs),
    description: text(inputs, "description") ?? "",
    tags: textMap(inputs, "tagsAll"),
    ...(protocol === "-1" || fromPort === undefined ? {} : { fromPort, toPort: number(inputs, "toPort") ?? fromPort }),
  };
}

function peerOf(inputs: Properties): Peer {
  const [cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId] = PEERS.map((name) => text(inputs, name));
  if (cidrIpv4 !== undefined) return { cidrIpv4 };
  if (cidrIpv6 !== undefined) return { cidrIpv6 };
  if (prefixListId !== undefined) return { prefixListId };
  if (referencedSecurityGroupId !== undefined) return { referencedSecurityGroupId };
  throw new AwsError("MissingParameter", "A rule must have a source or destination");
}
