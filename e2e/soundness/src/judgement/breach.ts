/** One way in which a preview was wrong about its deployment. */
export interface Breach {
  readonly kind: BreachKind;
  readonly version: "first" | "second";
  /** What is wrong, in words. */
  readonly message: string;
  /** Whether it needs assumption S to be wrong: then it counts only against programs that keep S. */
  readonly restsOnS: boolean;
}

/** What each kind means for the preview or the trial. */
export const breachKinds = {
  "too high": "the least that the preview allows is more than there is",
  "too low": "the most that the preview allows is less than there is",
  misread: "a function has a list that the preview excludes",
  "not exact": "a program that is exact by construction is not reported exact",
  silent: "a rule that the deployment breaks said nothing",
  untrue: "a rule that the deployment keeps was reported as violated",
  fault: "a policy reported a fault of its own",
  views: "the modelled engine shows policies something else than the real one",
  account: "the account holds something else than the program asks for",
  "no trial": "the preview was not recorded or the deployment failed",
} as const;

export type BreachKind = keyof typeof breachKinds;
