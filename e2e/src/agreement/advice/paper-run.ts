import { type Advised, programOfSeed } from "./programs/program-of-seed";
import { type Fault, type PaperRound, paperRounds } from "./laws/paper-trial";
import type { ProgramDescription } from "./description/program-description";

/** A fix that was followed in a description, with the program that it is from. */
export interface PaperResult extends PaperRound {
  readonly seed: number;
  readonly program: ProgramDescription;
}

interface PaperRunOptions {
  /** Programs of each policy. */
  readonly programs: number;
  /** The seed from which programs are drawn. */
  readonly seed: number;
  /** The policies whose fixes are followed; all if not given. */
  readonly policies?: readonly string[];
  readonly fault?: Fault;
}

/** Follows the fixes of each policy in programs that seeds draw for it, without an engine, one program of each policy after the other. */
export function* paperRun(advised: Advised, { programs, seed, policies: concerned, fault }: PaperRunOptions): Generator<PaperResult> {
  const policies = [...advised.keys()].sort();
  for (let number = 0; number < programs; number += 1)
    for (const [index, policy] of policies.entries()) {
      if (concerned !== undefined && !concerned.includes(policy)) continue;
      const one = firstSeedOf(policies.length, index, seed) + number * policies.length;
      const program = programOfSeed(advised, one);
      const rounds = paperRounds(program, { policy, ...(fault === undefined ? {} : { fault }) });
      for (const round of rounds) yield { ...round, seed: one, program };
    }
}

/** The first seed from `seed` on that draws a program for the policy at `index`. */
function firstSeedOf(policies: number, index: number, seed: number): number {
  return seed + ((((index - seed) % policies) + policies) % policies);
}
