import type { Uncertainty } from "../count/uncertainty";

/** The parts of an IAM policy statement that matter for calls that name no resource. */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  /** Patterns with IAM's wildcards, such as `ec2:*`: the actions it applies to, or (IAM: NotAction) all except these. */
  readonly actions: { readonly only: readonly string[] } | { readonly allBut: readonly string[] };
  /** The function ARNs to whose code it is limited (condition key lambda:SourceFunctionArn). It does not apply to the Lambda service. */
  readonly functionCode?: readonly string[];
  /** Set if it applies only to some resources, only under a condition, or is partly unknown. */
  readonly uncertainty?: Uncertainty;
}
