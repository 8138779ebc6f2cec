import type { Change, Fix } from "@lambda-vpc/policy-kit";
import { mechanicalChanges } from "../applying/apply-fix";
import type { ProgramDescription } from "../description/program-description";
import type { Found } from "../findings/found";
import { judgeOnPaper } from "../findings/judge-on-paper";
import { brokenByAccess, brokenByNewFindings, brokenByStaying, type BrokenLaw, followed } from "./broken-law";

/** Spoils a fix, as a fault of a policy would. */
export type Fault = (fix: Fix, found: Found) => Fix;

/** A fix that was followed in a description, and what it broke. */
export interface PaperRound {
  readonly found: Found;
  readonly change: Change;
  readonly broken: readonly BrokenLaw[];
  /** The program afterwards; absent if the fix cannot be followed. */
  readonly after?: ProgramDescription;
}

interface PaperOptions {
  readonly policy?: string;
  readonly fault?: Fault;
}

/** Follows every mechanical fix of every finding of a policy, or of all, each from the program as it is. No engine runs. */
export function paperRounds(program: ProgramDescription, { policy, fault }: PaperOptions = {}): readonly PaperRound[] {
  const before = judgeOnPaper(program, fault);
  const concerned = before.filter((found) => policy === undefined || found.policy === policy);
  return concerned.flatMap((found) => mechanicalChanges(found).map((change) => paperRound(program, before, found, change, fault)));
}

function paperRound(
  program: ProgramDescription,
  before: readonly Found[],
  found: Found,
  change: Change,
  fault: Fault | undefined,
): PaperRound {
  const programs = followed(change, found, program);
  if ("law" in programs) return { found, change, broken: [programs] };
  const after = programs.at(-1) ?? program;
  const findings = judgeOnPaper(after, fault);
  const broken = [
    ...brokenByStaying(found, before, findings),
    ...brokenByNewFindings(found, before, findings),
    ...brokenByAccess(change, found, program, after),
  ];
  return { found, change, after, broken };
}
