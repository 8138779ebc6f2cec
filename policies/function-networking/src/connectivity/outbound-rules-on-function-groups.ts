import {
  allowsTraffic,
  between,
  type BlockedSet,
  blockedSet,
  displayName,
  displayNames,
  exactly,
  keySet,
  type Network,
  type ResolvedAttachment,
  weakerBasis,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const outboundRulesOnFunctionGroups = definePolicy({
  id: "outbound-rules-on-function-groups",
  title: "The security groups of a function allow outbound traffic.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const blocked = functionsWithout(network, plan.attachments);
    return [...Map.groupBy(blocked, ({ groups, cause }) => [cause, ...groups].join(" "))].flatMap(([, same]) => checkSet(same));
  },
});

interface BlockedFunction extends BlockedSet {
  readonly attachment: ResolvedAttachment;
}

/** The functions whose groups allow no outbound traffic, certainly or possibly. */
function functionsWithout({ securityGroups }: Network, attachments: readonly ResolvedAttachment[]): readonly BlockedFunction[] {
  const allows = new Map(
    securityGroups.flatMap(({ key, egress }) => (egress === undefined ? [] : [[key, allowsTraffic(egress)] as const])),
  );
  return attachments.flatMap((attachment) => {
    const blocked = blockedSet(attachment.securityGroups, allows);
    return blocked === undefined ? [] : [{ ...blocked, attachment }];
  });
}

/** One finding for all functions with the same groups. */
function checkSet(same: readonly BlockedFunction[]): readonly Finding[] {
  const [{ groups, cause } = { groups: [], cause: undefined }] = same;
  const [subject] = groups;
  if (subject === undefined) return [];
  const functions = keySet(same.map(({ attachment }) => attachment.consumer));
  const what = `without any outbound rule in ${functions.length === 1 ? "its" : "their"} security groups (${displayNames(groups)})`;
  if (cause !== undefined) {
    const measure = { count: between(0, 0, functions.length, "known"), noun: "function" };
    return [{ verdict: "undecided", subject, about: functions, measure, what, causes: new Map([[cause, functions]]) }];
  }
  const basis = same.map(({ attachment }) => attachment.securityGroups.basis).reduce(weakerBasis);
  return [
    {
      verdict: "violation",
      subject,
      about: functions,
      measure: { count: exactly(functions.length, basis), noun: "function" },
      what: `${what}: ${displayNames(functions)}.`,
      why: WHY,
      fix: byHand(
        `add an egress rule for each destination to ${displayName(subject)}`,
        "the program does not show what the functions call",
      ),
      basis,
    },
  ];
}

/** Sources: docs/aws-facts.md#default-outbound-rule, docs/aws-facts.md#adopted-group-rules. */
const WHY =
  "Their connections time out: the provider removes the rule that AWS creates by default (docs/aws-facts.md#default-outbound-rule).";
