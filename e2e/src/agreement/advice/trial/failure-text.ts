import { writeNames } from "@lambda-vpc/model";
import { fixText } from "@lambda-vpc/policy-kit";
import type { ProgramDescription } from "../description/program-description";
import type { BrokenLaw } from "../laws/broken-law";
import type { AdviceTrial } from "./advice-trial";
import type { SeededTrial } from "./tally-trials";

/** Everything that a trial broke. */
export function brokenIn({ rounds, broken }: AdviceTrial): readonly BrokenLaw[] {
  return [...rounds.flatMap((round) => round.broken), ...broken];
}

/** A failure with all that one needs to repeat it. */
export function failureText({ seed, trial }: SeededTrial, program: ProgramDescription): string {
  const followed = trial.rounds.map(({ policy, what, change }) => `${policy}: ${what}\n  followed: ${fixText(change)}`);
  const broken = brokenIn(trial).map(({ law, policy, message }) => `${policy} breaks the law "${law}": ${message}`);
  const repeat = `npm run advice -- --programs 1 --seed ${seed}`;
  return writeNames(
    [`seed ${seed} (${repeat})`, ...followed, ...broken, JSON.stringify(program), trial.output].map((text) => `${text}\n`).join(""),
  );
}
