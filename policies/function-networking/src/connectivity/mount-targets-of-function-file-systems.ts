import {
  between,
  displayName,
  displayNames,
  exactly,
  type FunctionFileSystem,
  isExactSelection,
  isManaged,
  type Key,
  type LackingSubnets,
  type MountTargetCoverage,
  mountTargetCoverage,
  type Network,
  type ResolvedAttachment,
  subnetFacts,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, inOrder, inUpdates, oneOfFixes, type Step } from "@lambda-vpc/policy-kit";

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
      return [
        ...checkZones(attachment, fileSystem, coverage, () => coverZones(attachment, fileSystem.key, coverage.lacking, network)),
        ...checkOrder(attachment, coverage),
      ];
    });
  },
});

function checkZones(
  { consumer: subject, subnets }: ResolvedAttachment,
  { key }: FunctionFileSystem,
  { lacking: { certain, least, possible, cause } }: MountTargetCoverage,
  fixOf: () => Fix,
): readonly Finding[] {
  const what = `of ${displayName(subject)} in a zone without a mount target of file system ${displayName(key)}`;
  if (least === 0 && cause === undefined) return [];
  if (cause !== undefined)
    return [
      {
        verdict: "undecided",
        subject,
        kind: "zones",
        what: `${displayName(subject)} may use a zone without a mount target of file system ${displayName(key)}`,
        causes: new Map([[cause, [subject]]]),
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      kind: "zones",
      measure: { count: between(least, least, possible.length, subnets.basis), noun: "subnet" },
      what: `${what}: ${displayNames(certain.length > 0 ? certain : possible)}.`,
      why: "Lambda refuses a function with a zone in which its file system has no mount target (docs/aws-facts.md#function-file-systems).",
      fix: fixOf(),
      basis: subnets.basis,
    },
  ];
}

/** One mount target for each zone, or the other subnets of the function. */
function coverZones({ consumer, subnets }: ResolvedAttachment, fileSystem: Key, { certain }: LackingSubnets, network: Network): Fix {
  const facts = subnetFacts(network);
  const zones = Map.groupBy(certain, (key) => facts.get(key)?.zone ?? key);
  const [first, ...more] = [...zones.values()].flatMap(([subnet]) =>
    subnet === undefined ? [] : [mountTargetIn(subnet, fileSystem, consumer)],
  );
  const covered = subnets.certain.filter((key) => !certain.includes(key));
  if (first === undefined) return byHand("add a mount target in each zone of the function", "the program does not show its zones");
  const add = change([first, ...more], { note: "Its groups must allow TCP 2049." });
  return covered.length < 2 || !isExactSelection(subnets)
    ? add
    : oneOfFixes(add, inOrder(inUpdates(network, [consumer], [{ step: "set-vpc-config", functions: [consumer], subnets: covered }])));
}

function mountTargetIn(subnet: Key, fileSystem: Key, consumer: Key): Step {
  return {
    step: "add-resource",
    type: "aws:efs/mountTarget:MountTarget",
    properties: {
      fileSystemId: { resource: fileSystem, output: "id" },
      subnetId: isManaged(subnet) ? { resource: subnet, output: "id" } : subnet,
    },
    dependents: [consumer],
  };
}

function checkOrder({ consumer: subject, subnets }: ResolvedAttachment, { unordered }: MountTargetCoverage): readonly Finding[] {
  const { certain, possible, cause } = unordered;
  const what = `for which ${displayName(subject)} does not wait`;
  if (cause !== undefined) {
    const measure = { count: between(0, 0, possible.length, "known"), noun: "mount target" };
    return [{ verdict: "undecided", subject, kind: "order", measure, what, causes: new Map([[cause, [subject]]]) }];
  }
  if (certain.length === 0) return [];
  return [
    {
      verdict: "violation",
      subject,
      kind: "order",
      measure: { count: exactly(certain.length, subnets.basis), noun: "mount target" },
      what: `${what}: ${displayNames(certain)}.`,
      why: "Lambda refuses a function until the mount targets of its zones are available (docs/aws-facts.md#function-file-systems).",
      fix: change([{ step: "depend-on", resources: [subject], on: certain }]),
      basis: subnets.basis,
    },
  ];
}
