import type { Question } from "@lambda-vpc/model";
import type { FindingValue } from "../document/assessment-document";

/** A check of an audit: what is wrong in each of its findings, why it matters, and how to fix it. */
export interface AuditCheck {
  readonly title: string;
  readonly severity: FindingValue["severity"];
  readonly verdict: FindingValue["verdict"];
  readonly why: string;
  /** An instruction for one finding, and one for several. */
  readonly fix: string;
  /** The answers that it depends on. */
  readonly questions: readonly Question[];
}

/** The checks, the most urgent first. */
export const auditChecks = {
  "quota-share": {
    title: "The VPC has less than a fifth of its quota of ENIs free.",
    severity: "high",
    verdict: "warning",
    why: "At the quota, functions with a new combination fail with EniLimitExceeded (docs/aws-facts.md#eni-quota).",
    fix: "Delete versions, merge sets and delete orphans as listed here, or request a higher quota: lambda / L-9FEE3D26.",
    questions: ["quota"],
  },
  "subnet-near-exhaustion": {
    title: "Fewer than a tenth of the addresses of a subnet with functions are free.",
    severity: "high",
    verdict: "warning",
    why: "Each ENI takes an address. Without one, functions fail with SubnetOutOfIPAddresses (docs/aws-facts.md#function-failures).",
    fix: "Move functions to larger subnets, or move other consumers of addresses out of the subnet.",
    questions: ["addresses", "holders"],
  },
  "orphaned-interface": {
    title: "Lambda detached the interface, and no version of a function holds its combination.",
    severity: "medium",
    verdict: "warning",
    why: "It takes an address, and its subnet and security groups cannot be deleted (docs/aws-facts.md#dependent-resources).",
    fix: "Wait 45 minutes. If it still exists, delete it: aws ec2 delete-network-interface --network-interface-id ENI",
    questions: ["interfaces", "holders"],
  },
  "unexplained-interface": {
    title: "Lambda has attached the interface, and no version of a function holds its combination.",
    severity: "low",
    verdict: "warning",
    why: "Lambda deletes it within 20 to 45 minutes after its last user, or something holds it that an audit does not read, such as a function of another account.",
    fix: "Run the audit again in 45 minutes. If the interface still exists after a day, contact AWS Support.",
    questions: ["interfaces", "holders"],
  },
  "undecided-interface": {
    title: "The functions that hold the interface are unknown.",
    severity: "low",
    verdict: "undecided",
    why: "Functions or versions that hold it may be among those that could not be read.",
    fix: "Permit the calls that failed (lambda-vpc audit --iam-policy), and run the audit again.",
    questions: ["interfaces", "holders"],
  },
  "pinned-combination": {
    title: "Published versions alone hold the combination.",
    severity: "medium",
    verdict: "warning",
    why: "A version keeps its combinations until it is deleted, although its function no longer uses them (docs/aws-facts.md#published-versions).",
    fix: "Let the aliases name other versions, and delete the listed versions. No smaller set frees the combination.",
    questions: ["pins"],
  },
  "mergeable-sets": {
    title: "Security-group sets have equal rules.",
    severity: "low",
    verdict: "warning",
    why: "Each set needs its own ENIs. With one set, no function gains or loses access, judged by the rules of this account.",
    fix: "Use the kept set for the functions of the others.",
    questions: ["merges"],
  },
  "idle-function": {
    title: "The function was idle for 14 days.",
    severity: "low",
    verdict: "warning",
    why: "Lambda reclaimed its ENIs. Its next invocation fails and creates them again (docs/aws-facts.md#idle-functions).",
    fix: "Delete the function, or remove its VPC configuration, if nobody needs it.",
    questions: ["idle"],
  },
} as const satisfies Readonly<Record<string, AuditCheck>>;

export type CheckName = keyof typeof auditChecks;

export const checkNames = Object.keys(auditChecks) as readonly CheckName[];
