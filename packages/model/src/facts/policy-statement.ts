import type { Uncertainty } from "../count/uncertainty";

/** The parts of an IAM policy statement that matter for calls of the ENI API. */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  /** Patterns with IAM's wildcards, such as `ec2:*`: the actions it applies to, or (IAM: NotAction) all except these. */
  readonly actions: { readonly only: readonly string[] } | { readonly allBut: readonly string[] };
  /** The function ARNs to whose code it is limited (condition key lambda:SourceFunctionArn). It does not apply to the Lambda service. */
  readonly functionCode?: readonly string[];
  /** Set if it names resources and none of them is `*`. */
  readonly someResources?: true;
  /** Set if it applies only under a condition, excludes resources, or is partly unknown. */
  readonly uncertainty?: Uncertainty;
}
