import type { Key, PolicyText } from "@lambda-vpc/model";
import type { ManagedPolicies, ReferredPolicy } from "./managed-policies";
import { readPolicyDocument } from "./policy-document";
import { roleName, type RoleNames } from "./role-names";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { elements, isProperties, UNKNOWN, type Value } from "../stack/value";

/** A policy on a role, and the resource that attaches it. */
export interface PutPolicy extends ReferredPolicy {
  readonly by: Key;
  /** Whether it remains on the role after that resource is destroyed. */
  readonly stays: boolean;
}

const HIDDEN: ReferredPolicy = { text: { statements: [], uncertainty: "policy-unknown" } };

/** The policies of a stack's roles, attached by the roles themselves or by separate resources. */
export class RolePolicies {
  private readonly separate: ReadonlyMap<string, readonly PutPolicy[]>;

  constructor(
    private readonly stack: Stack,
    private readonly names: RoleNames,
    private readonly managed: ManagedPolicies,
  ) {
    const put = [...this.policies(), ...this.attachments(), ...this.attached(), ...this.lists()];
    this.separate = Map.groupBy(put, ({ role }) => roleName(role));
  }

  /** The policies that the role itself names. */
  inside(role: StackResource): readonly PutPolicy[] {
    const inline = elements(given(role, "inlinePolicies"));
    const texts = inline === UNKNOWN ? [HIDDEN] : inline.map((block) => ({ text: inlineText(block) }));
    return [...texts, ...this.listed(role, "managedPolicyArns")].map((policy) => ({ ...policy, by: role.urn, stays: false }));
  }

  /** The policies that other resources attach to the role of this key or name. */
  on(name: string): readonly PutPolicy[] {
    return this.separate.get(name) ?? [];
  }

  private policies() {
    return this.stack
      .ofKind("role-policy")
      .flatMap((one) => this.put(one, "role", given(one, "role"), { text: readPolicyDocument(given(one, "policy")) }));
  }

  private attachments() {
    return this.stack.ofKind("role-policy-attachment", "policy-attachment").flatMap((one) => {
      const policy = this.managed.referred(one, "policyArn", given(one, "policyArn"));
      return [...this.put(one, "role", given(one, "role"), policy), ...this.putOnAll(one, policy)];
    });
  }

  /** A managed policy of CloudFormation lists its roles (docs/aws-facts.md#managed-policy-roles). */
  private attached() {
    return this.stack.ofKind("managed-policy").flatMap((one) => this.putOnAll(one, this.managed.of(one)));
  }

  /** These resources attach the policies that they list, and destroying them detaches nothing (docs/aws-facts.md#exclusive-attachments). */
  private lists() {
    return this.stack
      .ofKind("role-policy-list")
      .flatMap((one) =>
        this.listed(one, "policyArns").flatMap((policy) => this.put(one, "roleName", given(one, "roleName"), policy, true)),
      );
  }

  private listed(resource: StackResource, property: string): readonly ReferredPolicy[] {
    const arns = elements(given(resource, property));
    return arns === UNKNOWN ? [HIDDEN] : arns.map((arn) => this.managed.referred(resource, property, arn));
  }

  private putOnAll(resource: StackResource, policy: ReferredPolicy) {
    const named = elements(given(resource, "roles"));
    const roles: readonly Value[] = named === UNKNOWN ? [named] : named;
    return roles.flatMap((role) => this.put(resource, "roles", role, policy));
  }

  /** Attaches a policy to the role that a property names. A role that it only may name has an unknown policy. */
  private put(resource: StackResource, property: string, role: Value | undefined, policy: ReferredPolicy, stays = false) {
    const { certain, possible } = this.names.of(resource, property, role);
    const by = resource.urn;
    if (certain !== undefined) return [{ ...policy, by, role: certain, stays }];
    return possible.map((one) => ({ ...HIDDEN, by, role: one, stays }));
  }
}

function inlineText(block: Value): PolicyText {
  return isProperties(block) ? readPolicyDocument(block["policy"]) : HIDDEN.text;
}
