import type { PolicyText } from "@lambda-vpc/model";
import { awsManagedPolicy } from "./aws-managed-policy";
import { readPolicyDocument } from "./policy-document";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import type { Value } from "../stack/value";

/** A managed policy as something refers to it. */
export interface ReferredPolicy {
  readonly text: PolicyText;
  /** Tells references to one policy from those to another; absent where it does not show which one it is. */
  readonly policy?: string;
}

/** The managed policies that the resources of a stack refer to: AWS's, the stack's own, and others that nothing shows. */
export class ManagedPolicies {
  private readonly documents: ReadonlyMap<string, PolicyText>;

  constructor(private readonly stack: Stack) {
    this.documents = new Map(stack.ofKind("managed-policy").map((policy) => [policy.urn, documentOf(policy)]));
  }

  /** A managed policy of the stack itself. */
  of(policy: StackResource): ReferredPolicy {
    return { text: documentOf(policy), policy: policy.urn };
  }

  /** The policy that `arn`, an element of `property`, names or will name. */
  referred(resource: StackResource, property: string, arn: Value | undefined): ReferredPolicy {
    const policy = this.stack.resolve(arn, this.stack.dependencies(resource, property), "managed-policy");
    if (policy === undefined) return { text: { statements: [], uncertainty: "policy-unknown" } };
    const text = this.documents.get(policy) ?? awsManagedPolicy(policy) ?? { statements: [], uncertainty: "policy-elsewhere" };
    return { text, policy };
  }
}

function documentOf(policy: StackResource): PolicyText {
  return readPolicyDocument(given(policy, "policy"));
}
