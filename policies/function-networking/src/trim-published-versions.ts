import { countCombinations, sameReadings, displayNames, type Key, matchesPattern, type Network } from "@lambda-vpc/model";
import { definePolicy, type Finding, list, text } from "@lambda-vpc/policy-kit";
import { consumersOf, functionsOf, type Place, places, subjectOfPlace } from "./place";

export const trimPublishedVersions = definePolicy({
  id: "trim-published-versions",
  title: "Old versions of functions in a VPC are deleted.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    trimmed: list(text(), {
      description:
        "Functions whose old versions something deletes that the stack does not show: URNs, or patterns in which `*` is any run of characters.",
    }),
  },
  check: ({ network, plan, config: { trimmed } }) => {
    const isTrimmed = (consumer: Key): boolean => trimmed.some((pattern) => matchesPattern(pattern, consumer));
    return places(plan).flatMap((place) => checkPlace(place, network, isTrimmed));
  },
});

function checkPlace({ vpc, attachments }: Place, { functions = [] }: Network, isTrimmed: (consumer: Key) => boolean): readonly Finding[] {
  const shown = new Set(functions.flatMap(({ key, trimmed }) => (trimmed === true ? [key] : [])));
  const publishers = new Set(functions.flatMap(({ key, publishes }) => (publishes?.known === true && publishes.value ? [key] : [])));
  const doubtful = new Set(functions.flatMap(({ key, publishes }) => (publishes?.known === false ? [key] : [])));
  const untrimmed = attachments.filter(({ consumer }) => !shown.has(consumer) && !isTrimmed(consumer));
  const publishing = untrimmed.filter(({ consumer }) => publishers.has(consumer));
  const concerned = publishing.length > 0 ? publishing : untrimmed.filter(({ consumer }) => doubtful.has(consumer));
  if (concerned.length === 0) return [];
  const place: Place = { ...(vpc === undefined ? {} : { vpc }), attachments: concerned };
  const [subject, functionNames, consumers] = [subjectOfPlace(place), functionsOf(place), consumersOf(concerned)];
  const measure = { count: countCombinations(sameReadings(concerned)), noun: "combination" };
  if (publishing.length === 0) {
    const causes = new Map([["publication-unknown", consumers] as const]);
    return [{ verdict: "undecided", subject, measure, what: `that old versions of ${functionNames} may keep`, causes }];
  }
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `that old versions keep once ${functionNames} move to other groups or subnets: each change publishes a version.`,
      why: WHY,
      fix: `delete the versions that no alias of ${displayNames(consumers)} names, with our VersionTrimmer or by other means, and then say so in \`trimmed\`; or leave out publish where nothing uses the versions`,
      basis: measure.count.basis,
    },
  ];
}

/** Source: docs/aws-facts.md#published-versions. */
const WHY =
  "a published version keeps the configuration of its day, and Lambda deletes an ENI only when no function and no version uses it: addresses and quota stay taken, and a group or subnet that an old version names cannot be deleted";
