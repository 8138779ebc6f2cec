import type { Outcome } from "./experiment";
import type { Observation } from "./tally";

/** What comes of one program. */
export interface Result {
  readonly observation: Observation;
  /** Present if the program failed, or if everything that was seen is wanted. */
  readonly outcome?: Outcome;
}

/** A program that could not be run. One failure does not lose what the others show. */
export interface Unfinished {
  readonly seed: number;
  readonly reason: string;
}

/** What a run hands on while it runs. */
export interface Receiver {
  result(result: Result): void;
  unfinished(one: Unfinished): void;
}
