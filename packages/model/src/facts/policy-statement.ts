import type { Uncertainty } from "../count/uncertainty";

/** One statement of an IAM policy, as far as it matters for calls that name no resource of their own. */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  /** Patterns with IAM's wildcards, such as `ec2:*`: the actions it is about, or (IAM: NotAction) all but those. */
  readonly actions: { readonly only: readonly string[] } | { readonly allBut: readonly string[] };
  /** The function ARNs whose code alone it is about (condition key lambda:SourceFunctionArn): it says nothing to the Lambda service. */
  readonly functionCode?: readonly string[];
  /** Set where it holds only for some resources, only sometimes, or does not show whole. */
  readonly uncertainty?: Uncertainty;
}
