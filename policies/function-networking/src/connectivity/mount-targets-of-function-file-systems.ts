import {
  between,
  displayName,
  displayNames,
  exactly,
  type FunctionFileSystem,
  type MountTargetCoverage,
  mountTargetCoverage,
  type ResolvedAttachment,
  subnetFacts,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const mountTargetsOfFunctionFileSystems = definePolicy({
  id: "mount-targets-of-function-file-systems",
  title: "The file system of a function has mount targets in its zones, created first.",
  severity: "high",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const facts = subnetFacts(network);
    const fileSystems = new Map((network.functions ?? []).map(({ key, fileSystem }) => [key, fileSystem]));
    return plan.attachments.flatMap((attachment) => {
      const fileSystem = fileSystems.get(attachment.consumer);
      if (fileSystem === undefined) return [];
      const coverage = mountTargetCoverage(attachment.subnets, fileSystem, facts);
      return [...checkZones(attachment, fileSystem, coverage), ...checkOrder(attachment, coverage)];
    });
  },
});

function checkZones(
  { consumer: subject, subnets }: ResolvedAttachment,
  { key }: FunctionFileSystem,
  { lacking: { certain, least, possible, cause } }: MountTargetCoverage,
): readonly Finding[] {
  const what = `of ${displayName(subject)} in a zone without a mount target of file system ${displayName(key)}`;
  if (least === 0 && cause === undefined) return [];
  if (cause !== undefined)
    return [
      {
        verdict: "undecided",
        subject,
        what: `${displayName(subject)} may use a zone without a mount target of file system ${displayName(key)}`,
        causes: new Map([[cause, [subject]]]),
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      measure: { count: between(least, least, possible.length, subnets.basis), noun: "subnet" },
      what: `${what}: ${displayNames(certain.length > 0 ? certain : possible)}.`,
      why: "Lambda refuses a function with a zone in which its file system has no mount target (docs/aws-facts.md#function-file-systems).",
      fix: "Add a mount target in the zone of each of these subnets, or remove the subnets from the function.",
      basis: subnets.basis,
    },
  ];
}

function checkOrder({ consumer: subject, subnets }: ResolvedAttachment, { unordered }: MountTargetCoverage): readonly Finding[] {
  const { certain, possible, cause } = unordered;
  const what = `for which ${displayName(subject)} does not wait`;
  if (cause !== undefined) {
    const measure = { count: between(0, 0, possible.length, "known"), noun: "mount target" };
    return [{ verdict: "undecided", subject, measure, what, causes: new Map([[cause, [subject]]]) }];
  }
  if (certain.length === 0) return [];
  return [
    {
      verdict: "violation",
      subject,
      measure: { count: exactly(certain.length, subnets.basis), noun: "mount target" },
      what: `${what}: ${displayNames(certain)}.`,
      why: "Lambda refuses a function until the mount targets of its zones are available (docs/aws-facts.md#function-file-systems).",
      fix: `Add these mount targets to dependsOn in the options of ${displayName(subject)}.`,
      basis: subnets.basis,
    },
  ];
}
