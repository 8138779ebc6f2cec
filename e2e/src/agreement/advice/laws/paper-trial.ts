import type { Change, Fix } from "@lambda-vpc/policy-kit";
import { changesOf } from "../applying/apply-fix";
import type { ProgramDescription } from "../description/program-description";
import type { Found } from "../findings/found";
import { judgeOnPaper } from "../findings/judge-on-paper";
import { brokenByAccess, brokenByFindings, type BrokenLaw, followed } from "./broken-law";

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

/** Follows every mechanical fix of every finding of a program, each from the program as it is. No engine runs. */
export function paperRounds(program: ProgramDescription, fault?: Fault): readonly PaperRound[] {
  const before = judgeOnPaper(program, fault);
  return before.flatMap((found) => mechanicalChanges(found).map((change) => paperRound(program, before, found, change, fault)));
}

/** The changes that a tool can make about a finding. */
export function mechanicalChanges({ fix }: Found): readonly Change[] {
  return fix === undefined || typeof fix === "string" ? [] : changesOf(fix);
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
  const broken = [...brokenByFindings(found, before, judgeOnPaper(after, fault)), ...brokenByAccess(change, found, program, after)];
  return { found, change, after, broken };
}
