import {
  countCombinations,
  displayNames,
  type Key,
  matchesPattern,
  type Network,
  sameReadings,
  untrimmedPublishers,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, list, oneOfFixes, text } from "@lambda-vpc/policy-kit";
import { aboutFunctionsOf, consumersOf, functionsByVpc, functionsOf, subjectOfVpc, type VpcFunctions } from "../use/vpc-functions";

export const trimPublishedVersions = definePolicy({
  id: "trim-published-versions",
  title: "Old versions of functions in a VPC are deleted.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    trimmed: list(text(), {
      description: "Functions whose old versions are deleted outside the stack: URNs, or patterns in which `*` matches any characters.",
    }),
  },
  check: ({ network, plan, config: { trimmed } }) => {
    const isTrimmed = (consumer: Key): boolean => trimmed.some((pattern) => matchesPattern(pattern, consumer));
    return functionsByVpc(plan).flatMap((inVpc) => checkVpc(inVpc, network, isTrimmed));
  },
});

function checkVpc({ vpc, attachments }: VpcFunctions, network: Network, isTrimmed: (consumer: Key) => boolean): readonly Finding[] {
  const { certain, possible } = untrimmedPublishers(network);
  const untrimmed = attachments.filter(({ consumer }) => !isTrimmed(consumer));
  const publishing = untrimmed.filter(({ consumer }) => certain.includes(consumer));
  const concerned = publishing.length > 0 ? publishing : untrimmed.filter(({ consumer }) => possible.includes(consumer));
  if (concerned.length === 0) return [];
  const reported: VpcFunctions = { ...(vpc === undefined ? {} : { vpc }), attachments: concerned };
  const [subject, functionNames] = [subjectOfVpc(reported), functionsOf(reported)];
  const about = aboutFunctionsOf(reported);
  const measure = { count: countCombinations(sameReadings(concerned)), noun: "combination" };
  if (publishing.length === 0) {
    const causes = new Map([["publication-unknown", consumersOf(concerned)] as const]);
    return [{ verdict: "undecided", subject, about, measure, what: `that published versions of ${functionNames} may keep`, causes }];
  }
  return [
    {
      verdict: "violation",
      subject,
      about,
      measure,
      what: `that published versions of ${functionNames} keep when the functions change groups or subnets.`,
      why: WHY,
      fix: oneOfFixes(
        change([{ step: "trim-versions", functions: consumersOf(concerned) }]),
        byHand(
          `remove publish from ${displayNames(consumersOf(concerned))} if nothing names a version`,
          "a program does not show every user of a version",
        ),
      ),
      basis: measure.count.basis,
    },
  ];
}

/** Source: docs/aws-facts.md#published-versions. */
const WHY = "Old versions keep their ENIs, and block addresses, quota, groups and subnets (docs/aws-facts.md#published-versions).";
