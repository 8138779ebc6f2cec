import type { Key, SecurityGroupRule } from "@lambda-vpc/model";
import { listFields, readRule, type RulePlace, singleFields } from "./rule-fields";
import type { RuleStatement } from "./rule-statement";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { elements, UNKNOWN } from "../stack/value";

/** The direction of the traffic that a rule allows. */
export type Direction = SecurityGroupRule["direction"];

/** The rules of a stack's groups, in all three styles: inline, `aws.ec2.SecurityGroupRule`, `aws.vpc.SecurityGroup…Rule`. */
export function readRules(stack: Stack): readonly RuleStatement[] {
  return [
    ...stack.ofKind("security-group", "adopted-security-group").flatMap((group) => inlineRules(stack, group)),
    ...stack.ofKind("security-group-rule").flatMap((rule) => separateRule(stack, rule, ruleDirection(rule), listFields)),
    ...stack.ofKind("egress-rule").flatMap((rule) => separateRule(stack, rule, "outbound", singleFields)),
    ...stack.ofKind("ingress-rule").flatMap((rule) => separateRule(stack, rule, "inbound", singleFields)),
  ];
}

/** The properties of inline rules. */
export const inlineProperties = { outbound: "egress", inbound: "ingress" } as const;

function inlineRules(stack: Stack, group: StackResource): readonly RuleStatement[] {
  return (["outbound", "inbound"] as const).flatMap((direction) => {
    const property = inlineProperties[direction];
    const place: RulePlace = {
      resource: group,
      owner: group.urn,
      direction,
      fields: listFields,
      separate: false,
      uncertain: group.inputs === undefined,
      dependencyProperty: () => property,
    };
    const blocks = elements(given(group, property));
    return blocks === UNKNOWN ? readRule(stack, place, UNKNOWN) : blocks.flatMap((block) => readRule(stack, place, block));
  });
}

function ruleDirection(rule: StackResource): Direction | undefined {
  const type = given(rule, "type");
  return type === "egress" ? "outbound" : type === "ingress" ? "inbound" : undefined;
}

/** A rule resource. If its direction is unknown, it may have either. */
function separateRule(
  stack: Stack,
  resource: StackResource,
  direction: Direction | undefined,
  fields: RulePlace["fields"],
): readonly RuleStatement[] {
  const owner: Key | undefined = stack.referenceOf(resource, "securityGroupId", "security-group");
  const place = { resource, owner, fields, separate: true, dependencyProperty: (field: string) => field };
  if (direction !== undefined) return readRule(stack, { ...place, direction }, resource.inputs ?? resource.outputs);
  return (["outbound", "inbound"] as const).flatMap((either) => readRule(stack, { ...place, direction: either, uncertain: true }, UNKNOWN));
}
