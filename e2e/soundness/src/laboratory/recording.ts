import { type StackResource, UNKNOWN } from "@lambda-vpc/sources";
import type { PlanFigures } from "./plan-figures";

/** What the recording pack leaves of one preview. */
export interface Recording {
  /** What the policies saw, in plain values. */
  readonly resources: readonly StackResource[];
  /** What the model made of it, in the pack's own process. */
  readonly figures: PlanFigures;
}

/** Stands for an unknown in JSON, which has no symbols. No property of a generated program has this text. */
const UNKNOWN_TEXT = "\u0000unknown until deployed";

/** JSON of something that holds recordings. */
export function recordingText(recording: Recording | readonly object[]): string {
  return JSON.stringify(recording, (_, value: unknown) => (value === UNKNOWN ? UNKNOWN_TEXT : value));
}

/** What `recordingText` wrote. */
export function readRecording<T = Recording>(text: string): T {
  return JSON.parse(text, (_, value: unknown) => (value === UNKNOWN_TEXT ? UNKNOWN : value)) as T;
}
