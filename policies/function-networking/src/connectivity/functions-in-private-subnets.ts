import { displayName, displayNames, type Key } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { useOf, type Users, usersBy } from "../use/users";

export const functionsInPrivateSubnets = definePolicy({
  id: "functions-in-private-subnets",
  title: "Functions run in private subnets.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) =>
    network.subnets
      .filter((subnet) => subnet.public)
      .flatMap(({ key }) => {
        const aliases = (network.aliases ?? []).find((group) => group.includes(key));
        return checkSubnet(
          key,
          usersBy(plan.attachments, ({ subnets }) => useOf(key, subnets, aliases)),
        );
      }),
});

function checkSubnet(subject: Key, { certain, possible, count }: Users): readonly Finding[] {
  const measure = { count, noun: "function" };
  const where = `in public subnet ${displayName(subject)}`;
  if (count.max === 0) return [];
  if (certain.length === 0) return [{ verdict: "undecided", subject, measure, what: where, causes: possible, expected: true }];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `${where}: ${displayNames(certain)}.`,
      why: WHY,
      fix: "Move them to private subnets. For calls out of the VPC, use subnets with a route to a NAT gateway, or add VPC endpoints.",
      basis: count.basis,
    },
  ];
}

/** Source: docs/aws-facts.md#public-subnets. */
const WHY = "Functions in a public subnet get no public IP address: calls to the internet time out (docs/aws-facts.md#public-subnets).";
