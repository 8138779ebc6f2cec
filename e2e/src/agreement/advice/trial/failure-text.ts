import { writeNames } from "@lambda-vpc/model";
import { fixText } from "@lambda-vpc/policy-kit";
import type { BrokenLaw } from "../laws/broken-law";
import type { PaperResult } from "../paper-run";
import type { AdviceTrial } from "./advice-trial";
import type { SeededTrial } from "./tally-trials";

/** Everything that a trial broke. */
export function brokenIn({ rounds, broken }: AdviceTrial): readonly BrokenLaw[] {
  return [...rounds.flatMap((round) => round.broken), ...broken];
}

/** A failure with all that one needs to repeat it. */
export function failureText({ seed, trial, smallest }: SeededTrial, file: string): string {
  const followed = trial.rounds.map(({ policy, what, change }) => `${policy}: ${what}\n  followed: ${fixText(change)}`);
  const broken = brokenIn(trial).map(({ law, policy, message }) => `${policy} breaks the law "${law}": ${message}`);
  const repeat = `npm run advice -- --description ${file} --seed ${seed}`;
  const texts = [`seed ${seed} (${repeat})`, ...followed, ...broken, JSON.stringify(smallest), trial.output];
  return writeNames(...texts.flatMap((text) => text.split("\n")), "");
}

/** A failure on paper, with the smallest program that shows it. */
export function paperFailureText({ seed, found, broken, program }: Omit<PaperResult, "change">): string {
  const fix = found.fix === undefined ? "" : fixText(found.fix);
  const laws = broken.map(({ law, message }) => `${found.policy} breaks the law "${law}" on paper: ${message}`);
  return writeNames(
    ...[`seed ${seed}`, `${found.policy}: ${found.what}`, fix, ...laws, JSON.stringify(program), ""].flatMap((text) => text.split("\n")),
  );
}
