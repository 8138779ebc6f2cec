import type { Fix } from "@lambda-vpc/policy-kit";
import type { Resource } from "@lambda-vpc/sources/testing";
import type { Stack } from "../program/stack";

/** One row of a policy's table: a stack, and what the policy finds in it at a first preview. */
export interface Row {
  /** A sentence about the behaviour, such as "one set for all: content". */
  readonly name: string;
  readonly stack: Stack;
  /** The policy's own configuration; its defaults without it. */
  readonly config?: Configuration;
  /** The configuration of what all policies of a pack listen to, by name: `{ waivers: { entries: [ … ] } }`. */
  readonly settings?: Readonly<Record<string, Configuration>>;
  /** In the order in which a preview prints it. Empty: the rule is kept. */
  readonly finds: readonly Expectation[];
}

export type Configuration = Readonly<Record<string, unknown>>;

/** One line of a preview's policy section, as a row expects it. */
export interface Expectation {
  readonly verdict: Verdict;
  /** What it points at. Without it: whatever. */
  readonly about?: Resource;
  /** The level that it comes at whatever the user chose for the policy. Without it: any. */
  readonly level?: "advisory" | "mandatory";
  /** The parts of the message that carry its meaning. */
  readonly says: readonly string[];
  /** The fix as data, where it matters. */
  readonly fix?: Fix;
}

/** What a printed line is: a broken rule, a warning, what nothing can decide yet, or a mistake in the configuration. */
export type Verdict = "violation" | "warning" | "undecided" | "misconfigured";
