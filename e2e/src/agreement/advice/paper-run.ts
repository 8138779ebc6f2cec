import { type Advised, programOfSeed } from "./programs/program-of-seed";
import { type Fault, type PaperRound, paperRounds } from "./laws/paper-trial";
import type { ProgramDescription } from "./description/program-description";

/** A fix that was followed in a description, with the program that it is from. */
export interface PaperResult extends PaperRound {
  readonly seed: number;
  readonly program: ProgramDescription;
}

/** Follows the fixes of each policy in `programs` programs that seeds from `seed` draw for it, without an engine. */
export function paperRun(advised: Advised, programs: number, seed: number, fault?: Fault): readonly PaperResult[] {
  const policies = [...advised.keys()].sort();
  return policies.flatMap((policy, index) =>
    Array.from({ length: programs }, (_, number) => firstSeedOf(policies.length, index, seed) + number * policies.length).flatMap((one) => {
      const program = programOfSeed(advised, one);
      return paperRounds(program, { policy, ...(fault === undefined ? {} : { fault }) }).map((round) => ({ ...round, seed: one, program }));
    }),
  );
}

/** The first seed from `seed` on that draws a program for the policy at `index`. */
function firstSeedOf(policies: number, index: number, seed: number): number {
  return seed + ((((index - seed) % policies) + policies) % policies);
}
