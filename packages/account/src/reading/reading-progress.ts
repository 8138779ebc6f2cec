import type { ReadingPart } from "@lambda-vpc/model";

/** Called when a part begins, and for parts with a known number of steps after each. */
export type ReadingProgress = (step: ReadingStep) => void;

export interface ReadingStep {
  readonly part: ReadingPart;
  readonly done?: number;
  readonly total?: number;
}
