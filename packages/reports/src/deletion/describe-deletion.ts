import {
  type Audit,
  counted,
  type DeletionAnswer,
  type DeletionStep,
  type FunctionVersions,
  type InterfaceOwner,
  listed,
} from "@lambda-vpc/model";
import { ruleText } from "./rule-text";
import { DELETION_VERSION, type DeletionDocument, type DeletionStepValue } from "./deletion-document";

/** An answer of `whatHolds` as plain data. All formats render it. */
export function describeDeletion(
  { subject, verdict, steps, doubts }: DeletionAnswer,
  { reading, interfaces }: Audit,
  { version }: { readonly version: string },
): DeletionDocument {
  const own = interfaces.find(({ id }) => id === subject.id);
  return {
    format: "lambda-vpc-deletion",
    version: DELETION_VERSION,
    tool: { name: "lambda-vpc", version },
    account: reading.account,
    region: reading.region,
    readAt: reading.readAt,
    subject: { ...subject },
    verdict,
    steps: steps.map((one) => describeStep(one, subject.kind)),
    command: own !== undefined && own.state !== "orphan" && own.state !== "other" ? null : commandOf(subject, reading.region),
    gaps: doubts.map(({ part, subject: about = null, call, reason, message }) => ({ part, subject: about, call, reason, message })),
  };
}

function commandOf({ kind, id }: DeletionAnswer["subject"], region: string): string {
  const [verb, flag] = (
    {
      interface: ["delete-network-interface", "--network-interface-id"],
      "security-group": ["delete-security-group", "--group-id"],
      subnet: ["delete-subnet", "--subnet-id"],
    } as const
  )[kind];
  return `aws ec2 ${verb} ${flag} ${id} --region ${region}`;
}

const others: Readonly<Record<DeletionAnswer["subject"]["kind"], string>> = {
  interface: "another subnet or another set of security groups",
  "security-group": "other security groups",
  subnet: "other subnets",
};

function describeStep(step: DeletionStep, kind: DeletionAnswer["subject"]["kind"]): DeletionStepValue {
  switch (step.kind) {
    case "move-functions": {
      const { functions } = step;
      return {
        kind: step.kind,
        instruction: `Change ${counted(functions.length, "function")} to ${others[kind]}, or delete ${them(functions)}.`,
        notes: [
          "The deletion of a function deletes its versions and aliases.",
          ...(functions.some(({ idle }) => idle)
            ? ["An idle function holds no ENI now. If it is not changed, its next invocation fails (docs/aws-facts.md#idle-functions)."]
            : []),
        ],
        subjects: functions.map((one) => one.function),
        details: functions.map(({ idle }) => (idle ? "idle" : "")),
      };
    }
    case "change-aliases":
      return {
        kind: step.kind,
        instruction: `Let ${counted(step.aliases.length, "alias", "aliases")} name other versions, such as a new one.`,
        notes: ["AWS deletes no version that an alias names (docs/aws-facts.md#version-deletion)."],
        subjects: step.aliases.map((one) => `${one.function}:${one.alias}`),
        details: step.aliases.map(({ versions }) => `names ${versions.join(", ")}`),
      };
    case "delete-versions": {
      const subjects = step.versions.flatMap(versionNames);
      return {
        kind: step.kind,
        instruction: `Delete ${counted(subjects.length, "published version")}.`,
        notes: ["A version keeps its configuration until it is deleted (docs/aws-facts.md#published-versions)."],
        subjects,
        details: [],
      };
    }
    case "wait":
      return {
        kind: step.kind,
        instruction: `Wait 20 to 45 minutes, until Lambda has deleted ${counted(step.interfaces.length, "ENI")}.`,
        notes: [
          "The times are those of AWS and of the provider (docs/aws-facts.md#eni-deletion, docs/aws-facts.md#provider-deletion-wait).",
          `Keep the permissions of ${counted(step.roles.length, "execution role")} until then (docs/aws-facts.md#eni-deletion-permissions): ${listed(step.roles, String)}.`,
        ],
        subjects: [...step.interfaces],
        details: [],
      };
    case "await-unexplained":
      return {
        kind: step.kind,
        instruction: `Wait 45 minutes for ${counted(step.interfaces.length, "ENI")} that Lambda has attached and no version holds.`,
        notes: ["If one still exists after a day, contact AWS Support (docs/aws-facts.md#eni-deletion)."],
        subjects: [...step.interfaces],
        details: [],
      };
    case "find-holders":
      return {
        kind: step.kind,
        instruction: `Permit the calls that failed, and run the audit again: the holders of ${counted(step.interfaces.length, "ENI")} are unknown.`,
        notes: [],
        subjects: [...step.interfaces],
        details: [],
      };
    case "delete-orphans":
      return {
        kind: step.kind,
        instruction: `Delete what still exists after 45 minutes of ${counted(step.interfaces.length, "orphaned ENI")}.`,
        notes: ["The command is: aws ec2 delete-network-interface --network-interface-id ENI"],
        subjects: [...step.interfaces],
        details: [],
      };
    case "release-interfaces":
      return {
        kind: step.kind,
        instruction: `Delete ${counted(step.interfaces.length, "other interface")}, or what has ${them(step.interfaces)}.`,
        notes: [],
        subjects: step.interfaces.map((one) => one.interface.id),
        details: step.interfaces.map(({ interface: { type, description }, owner }) =>
          [ownerText(owner), type, description].filter((one) => one !== "").join(", "),
        ),
      };
    case "delete-mount-targets":
      return {
        kind: step.kind,
        instruction: `Delete ${counted(step.mountTargets.length, "mount target")}${kind === "security-group" ? `, or change ${step.mountTargets.length === 1 ? "its" : "their"} security groups` : ""}.`,
        notes: ["The command is: aws efs delete-mount-target --mount-target-id ID"],
        subjects: step.mountTargets.map(({ id }) => id),
        details: step.mountTargets.map(({ fileSystem }) => `of ${fileSystem}`),
      };
    case "revoke-rules":
      return {
        kind: step.kind,
        instruction: `Remove ${counted(step.rules.length, "rule")} of other groups that ${step.rules.length === 1 ? "refers" : "refer"} to it.`,
        notes: [],
        subjects: step.rules.map(({ securityGroup }) => securityGroup),
        details: step.rules.map(({ rule }) => ruleText(rule)),
      };
    case "delete-vpc":
      return {
        kind: step.kind,
        instruction: "Delete its VPC.",
        notes: ["It is a default group, which is deleted with its VPC (docs/aws-facts.md#default-resources-of-a-vpc)."],
        subjects: [step.vpc],
        details: [],
      };
  }
}

function them(things: readonly unknown[]): string {
  return things.length === 1 ? "it" : "them";
}

function versionNames({ function: name, versions }: FunctionVersions): readonly string[] {
  return versions.map((version) => `${name}:${version}`);
}

function ownerText(owner: InterfaceOwner): string {
  if (owner.kind === "mount-target") return `mount target ${owner.id}`;
  return owner.kind === "service" ? owner.requester : "created by this account";
}
