import { displayName, displayNames, exactly, type Key, keySet, type SecurityGroup, type Uncertainty } from "@lambda-vpc/model";
import { change, definePolicy, type Finding, type Fix, type Step } from "@lambda-vpc/policy-kit";
import { useOf, type Users, usersBy } from "../use/users";

export const noInboundRulesOnFunctionGroups = definePolicy({
  id: "no-inbound-rules-on-function-groups",
  title: "Security groups that only functions use have no inbound rules.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) =>
    network.securityGroups
      .filter(({ adopted, otherUsers }) => adopted !== true && otherUsers.length === 0)
      // Most groups of functions have no inbound rules: who uses them does not matter.
      .filter(({ inbound }) => inbound?.ok === false || (inbound?.value.length ?? 0) > 0)
      .flatMap((group) =>
        checkGroup(
          group,
          usersBy(plan.attachments, ({ securityGroups }) => useOf(group.key, securityGroups)),
        ),
      ),
});

function checkGroup({ key: subject, inbound, inboundBy = [] }: SecurityGroup, users: Users): readonly Finding[] {
  const { certain, possible, count } = users;
  if (inbound === undefined || count.max === 0) return [];
  const group = `security group ${displayName(subject)}`;
  if (!inbound.ok) {
    const causes = new Map<Uncertainty, readonly Key[]>([["rules-unknown", allUsers(users)]]);
    return [{ verdict: "undecided", subject, what: `${group}, which only functions use, may have inbound rules`, causes }];
  }
  if (inbound.value.length === 0) return [];
  const measure = { count: exactly(inbound.value.length), noun: "inbound rule" };
  if (certain.length === 0)
    return [
      {
        verdict: "undecided",
        subject,
        measure,
        what: `on ${group}, which possibly only functions use`,
        causes: possible,
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `on ${group}, which only functions use in this stack (${displayNames(certain)}).`,
      why: WHY,
      fix: removeRules(subject, inboundBy),
      basis: count.basis,
    },
  ];
}

/** The provider keeps the inline rules of a group that lists none, so the list becomes empty. */
function removeRules(subject: Key, by: readonly Key[]): Fix {
  const separate = by.filter((key) => key !== subject);
  const inline: Step = { step: "set-property", resources: [subject], property: "ingress", value: [] };
  const note = "To let functions reach a resource, add an inbound rule to the group of that resource.";
  return change(separate.length === 0 ? [inline] : [{ step: "remove-resources", resources: separate }], { note });
}

function allUsers({ certain, possible }: Users): readonly Key[] {
  return keySet([...certain, ...[...possible.values()].flat()]);
}

/**
 * Sources: docs/aws-facts.md#eni-direction, docs/aws-facts.md#stateful-groups.
 */
const WHY = "The rules allow nothing but look like open ports: ENIs of functions accept no connections (docs/aws-facts.md#eni-direction).";
