import { createHash } from "node:crypto";
import type { Account } from "../../account/store/account";
import type { Direction } from "../../account/rows/security-group-rows";
import { authorizeRule, findRule, revokeRule, type RuleRequest } from "../../account/vpc/security-group-rule";
import { requiredText, text } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, required, normalizedBy } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";
import { protocolName, rulesOf } from "./rule-block";
import { propertiesOfRuleId } from "./security-group-rule-id";

/** One block of rules as a separate resource. Source of the fields: docs/aws-facts.md#provider-fields, aws_security_group_rule. */
export const securityGroupRule: ResourceType = {
  token: "aws:ec2/securityGroupRule:SecurityGroupRule",
  fields: {
    ...regionFields,
    cidrBlocks: replacing(optional({ list: "string" })),
    description: optional("string"),
    fromPort: replacing(required("number")),
    ipv6CidrBlocks: replacing(optional({ list: "string" })),
    prefixListIds: replacing(optional({ list: "string" })),
    protocol: normalizedBy(protocolName, replacing(required("string"))),
    securityGroupId: replacing(required("string")),
    securityGroupRuleId: computed("string"),
    self: replacing(defaulted("boolean", false)),
    sourceSecurityGroupId: replacing(optionalComputed("string")),
    toPort: replacing(required("number")),
    type: replacing(required("string")),
  },
  validate: (inputs) => [
    ...(["ingress", "egress"].includes(String(inputs["type"])) || typeof inputs["type"] !== "string"
      ? []
      : [{ path: "type", reason: `expected type to be one of ["egress" "ingress"], got ${inputs["type"]}` }]),
    ...(PEERS.some((name) => inputs[name] !== undefined)
      ? []
      : [{ path: "cidrBlocks", reason: `Missing required argument. One of ${PEERS.join(", ")} must be specified` }]),
  ],
  create: (account, inputs) => {
    const rules = rulesFrom(inputs);
    for (const rule of rules) authorizeRule(account, rule);
    return { id: `sgrule-${createHash("sha256").update(JSON.stringify(rules)).digest().readUInt32BE()}` };
  },
  describe: (account, id, outputs) => {
    const imported = propertiesOfRuleId(id);
    const properties = imported ?? outputs;
    const found = rulesIn(account, properties);
    const [only] = found ?? [];
    return (
      found && {
        ...imported,
        securityGroupRuleId: found.length === 1 ? (only?.id ?? "") : "",
        sourceSecurityGroupId: text(properties, "sourceSecurityGroupId") ?? "",
      }
    );
  },
  update: (account, id, inputs) => {
    const description = text(inputs, "description") ?? "";
    for (const rule of rulesIn(account, inputs) ?? []) account.tables.securityGroupRules.put({ ...rule, description });
    return { id };
  },
  remove: (account, _, outputs) => {
    for (const rule of rulesFrom(outputs)) revokeRule(account, rule);
  },
};

const PEERS = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "self", "sourceSecurityGroupId"];

function rulesFrom(properties: Properties): readonly RuleRequest[] {
  const source = text(properties, "sourceSecurityGroupId");
  const block = { ...properties, securityGroups: source === undefined ? [] : [source] };
  return rulesOf(requiredText(properties, "securityGroupId"), requiredText(properties, "type") as Direction, block);
}

/** The rules of these properties in the account. Undefined unless all of them exist. */
function rulesIn(account: Account, properties: Properties) {
  if (text(properties, "securityGroupId") === undefined) return undefined;
  const wanted = rulesFrom(properties);
  const found = wanted.flatMap((rule) => findRule(account, rule) ?? []);
  return found.length === wanted.length ? found : undefined;
}
