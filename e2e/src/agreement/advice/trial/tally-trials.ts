import { keySet } from "@lambda-vpc/model";
import type { ProgramDescription } from "../description/program-description";
import type { PaperResult } from "../paper-run";
import type { AdviceTrial } from "./advice-trial";

/** A trial with the seed that its program stands for. */
export interface SeededTrial {
  readonly seed: number;
  readonly trial: AdviceTrial;
  /** The smallest program that breaks a law, or the program itself. */
  readonly smallest: ProgramDescription;
}

/** What a run did about one policy. */
interface PolicyTally {
  /** Programs in which a fix of the policy was followed on paper. */
  readonly papers: number;
  /** Programs in which a fix of the policy was followed on the engine. */
  readonly programs: number;
  /** Fixes of the policy that were followed. */
  readonly rounds: number;
  readonly broken: number;
}

/** What a run did. */
export function tally(trials: readonly SeededTrial[], papers: readonly PaperResult[]): object {
  const rounds = trials.flatMap(({ seed, trial }) => trial.rounds.map((round) => ({ seed, ...round })));
  const policies = keySet([...rounds.map(({ policy }) => policy), ...papers.map(({ found }) => found.policy)]);
  return {
    programs: trials.length,
    deployed: trials.filter(({ trial }) => trial.deployed).length,
    destroyed: trials.filter(({ trial }) => trial.destroyed).length,
    rounds: rounds.length,
    policies: Object.fromEntries(
      policies.map((policy): [string, PolicyTally] => {
        const some = rounds.filter((round) => round.policy === policy);
        const onPaper = papers.filter(({ found }) => found.policy === policy);
        const broken = [...some, ...onPaper].filter((round) => round.broken.length > 0).length;
        return [policy, { papers: seedsOf(onPaper), programs: seedsOf(some), rounds: some.length, broken }];
      }),
    ),
    left: tallyLeft(trials),
  };
}

function seedsOf(some: readonly { readonly seed: number }[]): number {
  return new Set(some.map(({ seed }) => seed)).size;
}

/** The findings that were left, by policy and by why nobody could follow a fix: how often each. */
function tallyLeft(trials: readonly SeededTrial[]): Readonly<Record<string, number>> {
  const reasons = trials.flatMap(({ trial }) =>
    trial.left.map(({ policy, fix }) => {
      if (fix === undefined) return `${policy}: undecided`;
      if (typeof fix === "string") return `${policy}: its fix is a text`;
      return fix.kind === "by-hand" ? `${policy}: by hand, because ${fix.reason}` : `${policy}: left after a broken law`;
    }),
  );
  const counted = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, some]) => [reason, some.length] as const);
  return Object.fromEntries(counted.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
