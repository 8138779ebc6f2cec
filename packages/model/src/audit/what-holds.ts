import type { ReadingGap, ReadingPart } from "../account/account-reading";
import { type Result, success } from "../count/result";
import type { Audit } from "./audit";
import type { AuditedCombination } from "./audited-combination";
import { functionSteps, interfaceSteps, otherSteps } from "./deletion-steps";
import type { DeletionStep } from "./deletion-step";
import { type DeletionSubject, deletionSubject, isAt } from "./deletion-subject";
import { combinationKey, LATEST } from "./held-combination";
import { gapsIn } from "./question";

/** What must change before something can be deleted. */
export interface DeletionAnswer {
  readonly subject: DeletionSubject;
  /**
   * `held`: something that was read holds it. `free`: nothing does, and everything that could was read. `undecided`: nothing that was read
   * holds it, and the gaps may hide something that does. Law: an answer with a gap is never `free`.
   */
  readonly verdict: "held" | "free" | "undecided";
  /** In the order in which they work. */
  readonly steps: readonly DeletionStep[];
  /** The gaps that may hide further steps. */
  readonly doubts: readonly ReadingGap[];
}

/** The parts of an account in which something may hold a subject. */
const holdingParts: Readonly<Record<DeletionSubject["kind"], readonly ReadingPart[]>> = {
  interface: ["functions", "versions"],
  subnet: ["functions", "versions", "interfaces", "mount-targets"],
  "security-group": ["functions", "versions", "interfaces", "mount-targets", "security-groups", "security-group-rules"],
};

/** What must change before an interface, a security group or a subnet can be deleted; otherwise why there is no answer, as sentences. */
export function whatHolds(audit: Audit, id: string): Result<DeletionAnswer> {
  const found = deletionSubject(audit, id);
  if (!found.ok) return found;
  const subject = found.value;
  const involved = audit.interfaces.filter((one) => one.id === id || isAt(subject, one));
  const own = new Set(involved.flatMap((one) => (one.state === "held" ? [combinationKey(one.subnet, one.securityGroups)] : [])));
  const combinations = audit.combinations.filter((one) =>
    subject.kind === "interface" ? own.has(combinationKey(one.subnet, one.securityGroups)) : isAt(subject, one),
  );
  const steps = [
    ...functionSteps(audit, combinations),
    ...interfaceSteps(audit, subject, involved, combinations),
    ...otherSteps(audit, subject, involved),
  ];
  const doubts = doubtsAbout(audit, subject, combinations);
  const isHeld = steps.some(({ kind }) => subject.kind !== "interface" || kind !== "find-holders");
  return success({ subject, verdict: isHeld ? "held" : doubts.length > 0 ? "undecided" : "free", steps, doubts });
}

/** Aliases matter only of functions whose published versions hold it, and the rules of the group itself never matter. */
function doubtsAbout(
  { reading: { gaps }, functions }: Audit,
  { kind, id }: DeletionSubject,
  combinations: readonly AuditedCombination[],
): readonly ReadingGap[] {
  const holders = combinations.flatMap((one) => one.holders).filter(({ version }) => version !== LATEST);
  const names = new Set(holders.flatMap((holder) => [holder.function, functions.get(holder.function)?.arn ?? ""]));
  return [
    ...gapsIn(holdingParts[kind], gaps).filter(({ part, subject }) => part !== "security-group-rules" || subject !== id),
    ...gapsIn(["aliases"], gaps).filter(({ subject }) => names.size > 0 && (subject === undefined || names.has(subject))),
  ];
}
