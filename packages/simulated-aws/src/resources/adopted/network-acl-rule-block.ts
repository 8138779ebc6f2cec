import type { NetworkAclRule } from "../../account/rows/vpc-rows";
import { knownValues, number, requiredText } from "../../property/read";
import { isEqual, type Properties } from "../../property/value";
import { type Fields, optional, required } from "../../schema/field";

/** A block of `ingress` or `egress` in a network ACL. Source of the fields: docs/aws-facts.md#provider-fields, aws_default_network_acl. */
export const networkAclRuleBlock: Fields = {
  action: required("string"),
  cidrBlock: optional("string"),
  fromPort: required("number"),
  icmpCode: optional("number"),
  icmpType: optional("number"),
  ipv6CidrBlock: optional("string"),
  protocol: required("string"),
  ruleNo: required("number"),
  toPort: required("number"),
};

/** The numbers of protocols that a program can name. EC2 stores numbers. */
const PROTOCOL_NUMBERS: { readonly [name: string]: string } = { all: "-1", icmp: "1", icmpv6: "58", tcp: "6", udp: "17" };

/** The rule of a block. */
export function networkAclRuleOf(egress: boolean, block: Properties): NetworkAclRule {
  const protocol = requiredText(block, "protocol").toLowerCase();
  return {
    egress,
    ruleNo: number(block, "ruleNo") ?? 0,
    action: requiredText(block, "action").toLowerCase(),
    protocol: PROTOCOL_NUMBERS[protocol] ?? protocol,
    fromPort: number(block, "fromPort") ?? 0,
    toPort: number(block, "toPort") ?? 0,
    icmpType: number(block, "icmpType") ?? 0,
    icmpCode: number(block, "icmpCode") ?? 0,
    ...textsOf(block),
  };
}

/** The blocks of rules of one direction: the program's own where they represent these rules. */
export function networkAclBlocks(egress: boolean, rules: readonly NetworkAclRule[], before: readonly Properties[]): readonly Properties[] {
  const ofDirection = rules.filter((rule) => rule.egress === egress);
  const blockOf = (rule: NetworkAclRule): Properties | undefined =>
    before.find((block) => isEqual({ ...networkAclRuleOf(egress, block) }, { ...rule }));
  return ofDirection.map((rule) => blockOf(rule) ?? knownValues({ ...rule }, Object.keys(networkAclRuleBlock)));
}

function textsOf(block: Properties): { readonly cidrBlock?: string; readonly ipv6CidrBlock?: string } {
  const known = Object.entries(knownValues(block, ["cidrBlock", "ipv6CidrBlock"]));
  return Object.fromEntries(known.flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])));
}
