import { failure, type Result, success } from "../count/result";
import type { Audit } from "./audit";
import { gapsIn } from "./question";

/** What is to be deleted. */
export interface DeletionSubject {
  readonly kind: "interface" | "security-group" | "subnet";
  readonly id: string;
}

/** A place of an interface, a combination or a mount target. */
interface Place {
  readonly subnet: string;
  readonly securityGroups: readonly string[];
}

const kinds = { "eni-": "interface", "sg-": "security-group", "subnet-": "subnet" } as const;

/** The subject with an id, or why there is none, as sentences. A group or a subnet that only something else names exists too: its list may have gaps. */
export function deletionSubject(audit: Audit, id: string): Result<DeletionSubject> {
  const [, kind] = Object.entries(kinds).find(([prefix]) => id.startsWith(prefix)) ?? [];
  if (kind === undefined)
    return failure(`"${id}" is not the id of an interface, a security group or a subnet. Specify eni-…, sg-… or subnet-….`);
  const subject = { kind, id };
  return exists(audit, subject) ? success(subject) : failure(absence(audit, subject));
}

/** Whether something is in the subnet, or has the group. */
export function isAt({ kind, id }: DeletionSubject, { subnet, securityGroups }: Place): boolean {
  return (kind === "subnet" && subnet === id) || (kind === "security-group" && securityGroups.includes(id));
}

function exists({ reading, interfaces, combinations }: Audit, subject: DeletionSubject): boolean {
  const listed = { interface: interfaces, "security-group": reading.securityGroups, subnet: reading.subnets }[subject.kind];
  return (
    listed.some(({ id }) => id === subject.id) ||
    [...interfaces, ...combinations, ...reading.mountTargets].some((one) => isAt(subject, one))
  );
}

function absence({ reading }: Audit, { kind, id }: DeletionSubject): string {
  const [part, nouns, number] = (
    {
      interface: ["interfaces", "interfaces", reading.interfaces.length],
      "security-group": ["security-groups", "security groups", reading.securityGroups.length],
      subnet: ["subnets", "subnets", reading.subnets.length],
    } as const
  )[kind];
  const where = `account ${reading.account} in ${reading.region}`;
  const [gap] = gapsIn([part], reading.gaps);
  if (gap !== undefined)
    return `${id} is not among the ${nouns} of ${where} that were read, and ${gap.call} failed (${gap.reason}). Permit the call, and run the audit again.`;
  return `${id} is not among the ${number} ${nouns} of ${where}. Check the id, the account and the Region.`;
}
