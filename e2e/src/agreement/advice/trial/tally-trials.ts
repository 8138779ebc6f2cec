import type { AdviceTrial } from "./advice-trial";

/** A trial with the seed that its program stands for. */
export interface SeededTrial {
  readonly seed: number;
  readonly trial: AdviceTrial;
}

/** What a run did about one policy. */
export interface PolicyTally {
  /** Programs in which a fix of the policy was followed on the engine. */
  readonly programs: number;
  /** Fixes of the policy that were followed. */
  readonly rounds: number;
  readonly broken: number;
}

/** What a run did, by policy, in alphabetical order. */
export function tallyTrials(trials: readonly SeededTrial[]): Readonly<Record<string, PolicyTally>> {
  const rounds = trials.flatMap(({ seed, trial }) => trial.rounds.map((round) => ({ seed, ...round })));
  const policies = Map.groupBy(rounds, ({ policy }) => policy);
  return Object.fromEntries(
    [...policies]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([policy, some]) => [
        policy,
        {
          programs: new Set(some.map(({ seed }) => seed)).size,
          rounds: some.length,
          broken: some.filter(({ broken }) => broken.length > 0).length,
        },
      ]),
  );
}

/** The findings that were left, by policy and by why nobody could follow a fix: how often each. */
export function tallyLeft(trials: readonly SeededTrial[]): Readonly<Record<string, number>> {
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
