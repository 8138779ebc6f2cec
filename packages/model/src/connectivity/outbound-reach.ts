import type { PartialRules } from "../facts/partial-rules";

/** Whether something is the case; undefined if it is unknown. */
export type Certainty = boolean | undefined;

/** Whether the rules of a group allow any traffic. Law: one more rule, known or hidden, never makes a group that allows some one that allows none. */
export function allowsTraffic({ known, hidden }: PartialRules): Certainty {
  if (known.length > 0 || hidden === "certain") return true;
  return hidden === "possible" ? undefined : false;
}
