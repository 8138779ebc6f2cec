import { uncertainties, type Uncertainty, type UncertaintyText } from "@lambda-vpc/model";

/** Why a finding is undecided: an uncertainty of the model, or a cause that the author of a policy states. */
export type Cause = Uncertainty | OwnCause;

/**
 * A cause that no uncertainty of the model states, such as a tag that is unknown. Findings of one cause are reported together, also of several policies.
 *
 * ```ts
 * const teamUnknown: OwnCause = { id: "team-unknown", why: "the tag team is unknown at preview", fix: "Set the tag team to a plain value." };
 * ```
 */
export interface OwnCause {
  /** Kebab-case. Causes with different texts are different, also with one id. */
  readonly id: string;
  /** Continues "for 3 functions (a, b, c),". */
  readonly why: string;
  /** An instruction that decides the finding. */
  readonly fix: string;
}

/** The texts of a cause. Only an uncertainty of the model has a topic. */
export function causeText(cause: Cause): UncertaintyText {
  return typeof cause === "string" ? uncertainties[cause] : { why: cause.why, fix: cause.fix };
}

/** A text that is equal exactly for equal causes. Law: no cause of an author equals an uncertainty of the model. */
export function causeKey(cause: Cause): string {
  return typeof cause === "string" ? cause : `own ${JSON.stringify([cause.id, cause.why, cause.fix])}`;
}

/** The name of a cause in a waiver: its texts may change. */
export function causeName(cause: Cause): string {
  return typeof cause === "string" ? cause : cause.id;
}
