import { counted, displayName, displayNames, exactly, type Key, keySet, type SecurityGroup, type Uncertainty } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { useOf, type Users, usersBy } from "./users";

export const noInboundRulesOnFunctionGroups = definePolicy({
  id: "no-inbound-rules-on-function-groups",
  title: "Security groups that only functions use let nothing in.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) =>
    network.securityGroups
      .filter(({ adopted, otherUsers }) => adopted !== true && otherUsers.length === 0)
      .flatMap((group) =>
        checkGroup(
          group,
          usersBy(plan.attachments, ({ securityGroups }) => useOf(group.key, securityGroups)),
        ),
      ),
});

function checkGroup({ key: subject, inbound }: SecurityGroup, users: Users): readonly Finding[] {
  const { surely, perhaps, count } = users;
  if (inbound === undefined || count.max === 0) return [];
  const group = `security group ${displayName(subject)}`;
  if (!inbound.known) {
    const causes = new Map<Uncertainty, readonly Key[]>([["rules-unknown", everyone(users)]]);
    return [{ verdict: "undecided", subject, what: `inbound rules on ${group}, which only functions use`, causes }];
  }
  if (inbound.value.length === 0) return [];
  const measure = { count: exactly(inbound.value.length), noun: "inbound rule" };
  if (surely.length === 0)
    return [{ verdict: "undecided", subject, measure, what: `on ${group}, which perhaps only functions use`, causes: perhaps }];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `on ${group}, which only functions use as far as this stack shows: ${counted(surely.length, "function")} (${displayNames(surely)}).`,
      why: WHY,
      fix: `delete the inbound rules of ${displayName(subject)}; what functions call must let them in by a rule of its own group`,
      basis: count.basis,
    },
  ];
}

function everyone({ surely, perhaps }: Users): readonly Key[] {
  return keySet([...surely, ...[...perhaps.values()].flat()]);
}

/**
 * Sources: docs/aws-facts.md#eni-direction, docs/aws-facts.md#stateful-groups.
 */
const WHY =
  "a function's network interface takes no connection from the VPC, and answers to its own calls need no rule: these rules permit nothing, and reviewers take them for open ports";
