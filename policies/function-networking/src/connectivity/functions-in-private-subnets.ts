import {
  displayName,
  displayNames,
  isExactSelection,
  type Key,
  type Network,
  type ResolvedAttachment,
  suitableSubnets,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, type Fix } from "@lambda-vpc/policy-kit";
import { moveFunctions } from "../use/move-functions";
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
      .flatMap(({ key, vpc }) => {
        const aliases = (network.aliases ?? []).find((group) => group.includes(key));
        const users = usersBy(plan.attachments, ({ subnets }) => useOf(key, subnets, aliases));
        return checkSubnet(key, users, () => moveToPrivate(users.certain, vpc, plan.attachments, network));
      }),
});

function checkSubnet(subject: Key, { certain, possible, count }: Users, fixOf: () => Fix): readonly Finding[] {
  const measure = { count, noun: "function" };
  const where = `in public subnet ${displayName(subject)}`;
  if (count.max === 0) return [];
  if (certain.length === 0)
    return [
      {
        verdict: "undecided",
        subject,
        about: [subject, ...[...possible.values()].flat()],
        measure,
        what: where,
        causes: possible,
        expected: true,
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      about: [subject, ...certain],
      measure,
      what: `${where}: ${displayNames(certain)}.`,
      why: WHY,
      fix: fixOf(),
      basis: count.basis,
    },
  ];
}

/** Each function keeps its private subnets if it has several. The others get the private subnets of the VPC. */
function moveToPrivate(users: readonly Key[], vpc: Key | undefined, attachments: readonly ResolvedAttachment[], network: Network): Fix {
  const isPublic = new Set(network.subnets.flatMap((subnet) => (subnet.public ? [subnet.key] : [])));
  const moves = users.map((user) => {
    const lists = attachments.flatMap(({ consumer, subnets }) => (consumer === user && isExactSelection(subnets) ? [subnets.certain] : []));
    const kept = lists.flat().filter((key) => !isPublic.has(key));
    const suitable = vpc === undefined || kept.length > 1 ? [] : suitableSubnets(network, { vpc, consumer: user });
    return { consumer: user, subnets: suitable.length > 0 ? suitable : kept };
  });
  return (
    moveFunctions(network, moves) ?? byHand("move the functions to private subnets", "the program shows no private subnet of their VPC")
  );
}

/** Source: docs/aws-facts.md#public-subnets. */
const WHY = "Functions in a public subnet get no public IP address: calls to the internet time out (docs/aws-facts.md#public-subnets).";
