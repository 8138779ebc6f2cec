import type { Basis, Key } from "@lambda-vpc/model";
import type { Fix } from "../fix/fix";
import type { Cause } from "./cause";
import type { Measure } from "./measure";

/** What a policy reports about one subject. */
export type Finding = Violation | Undecided;

/** What identifies a finding in a later preview. A waiver records it. */
interface Identity {
  /** The resource that the preview shows it at: a URN where the stack manages it. */
  readonly subject: Key;
  /**
   * What it is about, if that is not `subject` alone: a VPC that the stack does not manage; a role and each function that lacks a permission; sets that
   * can be merged. A waiver tolerates a later finding about some of them, and none about anything else.
   */
  readonly about?: readonly Key[];
  /** What kind of finding it is, if the policy has several kinds about the same things. */
  readonly kind?: string;
  /** What its text names as new. Findings with other new names are not alike. The pack sets it. */
  readonly newNames?: readonly string[];
}

/** A rule is broken, whatever the unknowns turn out to be. */
export interface Violation extends Identity {
  readonly verdict: "violation" | "warning";
  /** The number that it is about. Its message begins with it, and a waiver may limit it. */
  readonly measure?: Measure;
  /** The fact; it continues the measure if there is one. */
  readonly what: string;
  /** The consequence and its source. */
  readonly why: string;
  /** What works when it is followed literally. */
  readonly fix: Fix;
  /** The basis of the number. */
  readonly basis: Basis;
  /** Names what is wrong, if the fix of another policy's violation may remove it too. */
  readonly cause?: string;
  /** The causes of other policies' violations that its fix removes. A person does not read them again (docs/decisions/0023-few-words.md). */
  readonly removes?: readonly string[];
}

/** The rule is neither kept nor broken for certain. Reported once per policy and cause. */
export interface Undecided extends Identity {
  readonly verdict: "undecided";
  /** The number that is undecided: its message begins with the bounds. */
  readonly measure?: Measure;
  /** What is undecided; it continues the measure if there is one. */
  readonly what: string;
  /** Each cause with the consumers that it concerns: uncertainties of the model, or causes that the policy states itself. */
  readonly causes: ReadonlyMap<Cause, readonly Key[]>;
  /**
   * Set if the finding is made in every stack with such a cause, and states nothing of weight beyond it. A cause with a topic is then reported once
   * for all policies of a pack, without this finding's text.
   */
  readonly expected?: true;
}
