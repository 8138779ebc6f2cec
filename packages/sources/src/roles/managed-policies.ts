import type { PolicyText } from "@lambda-vpc/model";
import { awsManagedPolicy } from "./aws-managed-policy";
import { readPolicyDocument } from "./policy-document";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import type { Value } from "../stack/value";

/** A managed policy that a resource refers to. */
export interface ReferredPolicy {
  readonly text: PolicyText;
  /** The identity of the policy. Absent if it is unknown. */
  readonly policy?: string;
}

/** The managed policies that the resources of a stack refer to: those of AWS, those of the stack, and others, which are unknown. */
export class ManagedPolicies {
  private readonly documents: ReadonlyMap<string, PolicyText>;

  constructor(private readonly stack: Stack) {
    this.documents = new Map(stack.ofKind("managed-policy").map((policy) => [policy.urn, documentOf(policy)]));
  }

  /** A managed policy of the stack. */
  of(policy: StackResource): ReferredPolicy {
    return { text: documentOf(policy), policy: policy.urn };
  }

  /** The policy that `arn`, an element of `property`, names, even if `arn` is unknown at preview. */
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
