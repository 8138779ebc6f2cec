import type { Basis, Key, Uncertainty } from "@lambda-vpc/model";
import type { Measure } from "./measure";

/** What a policy says about one subject. A policy that has nothing to say about it is content. */
export type Finding = Violation | Undecided;

/** A rule is broken, whatever the unknowns turn out to be. */
export interface Violation {
  readonly verdict: "violation" | "warning";
  /** The resource it is about: a URN where the stack manages it. */
  readonly subject: Key;
  /** The number that it is about: its message begins with it, and a waiver may tolerate it up to a limit. */
  readonly measure?: Measure;
  /** What is wrong; continues the measure where there is one. */
  readonly what: string;
  /** Why it matters, with the cost. */
  readonly why: string;
  /** The smallest change that mends it. */
  readonly fix: string;
  /** What the number rests on. */
  readonly basis: Basis;
}

/** Neither kept nor broken for certain. It is reported as one line per policy and cause. */
export interface Undecided {
  readonly verdict: "undecided";
  readonly subject: Key;
  /** The number that is undecided: its message begins with the bounds. */
  readonly measure?: Measure;
  /** What is undecided; continues the measure where there is one. */
  readonly what: string;
  /** Why, each cause with the consumers it concerns. */
  readonly causes: ReadonlyMap<Uncertainty, readonly Key[]>;
}
