import { displayName, displayNames, type Key } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { useOf, type Users, usersBy } from "./users";

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
        const twins = (network.aliases ?? []).find((group) => group.includes(key));
        return checkSubnet(
          key,
          usersBy(plan.attachments, ({ subnets }) => useOf(key, subnets, twins)),
        );
      }),
});

function checkSubnet(subject: Key, { surely, perhaps, count }: Users): readonly Finding[] {
  const measure = { count, noun: "function" };
  const where = `in public subnet ${displayName(subject)}`;
  if (count.max === 0) return [];
  if (surely.length === 0) return [{ verdict: "undecided", subject, measure, what: where, causes: perhaps }];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `${where}: ${displayNames(surely)}.`,
      why: WHY,
      fix: `give ${displayNames(surely)} private subnets; where they call out of the VPC, ones that lead to a NAT gateway or to VPC endpoints`,
      basis: count.basis,
    },
  ];
}

/** Source: docs/aws-facts.md#public-subnets. */
const WHY =
  "a public subnet gives a function neither internet access nor a public IP address: what it sends to the internet gateway gets no answer, and shows as a timeout";
