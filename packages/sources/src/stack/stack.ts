import { compareKeys, type Key } from "@lambda-vpc/model";
import { fromAwsNative } from "./aws-native";
import { isReferent, type Referent, resourceKind, type ResourceKind } from "./aws-types";
import { isInternalSubnet } from "./component-network";
import { givenOrOutput, type StackResource } from "./stack-resource";
import { UNKNOWN, type Value } from "./value";

/** The resources of one stack, found by URN, by AWS id and by parent. Its order is canonical and does not depend on the input order. */
export class Stack {
  readonly resources: readonly StackResource[];
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly childrenOf: ReadonlyMap<string | undefined, readonly StackResource[]>;
  private readonly urnOfId = new Map<string, string>();

  constructor(resources: readonly StackResource[]) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, fromAwsNative(resource)]));
    this.resources = [...this.byUrn.values()].sort((a, b) => compareKeys(a.urn, b.urn));
    this.childrenOf = Map.groupBy(this.resources, (resource) => resource.parent);
    for (const { urn, type, outputs } of this.resources)
      if (resourceKind(type) !== undefined && typeof outputs["id"] === "string") this.urnOfId.set(outputs["id"], urn);
  }

  ofKind(...kinds: readonly ResourceKind[]): readonly StackResource[] {
    return this.resources.filter(({ type }) => kinds.some((kind) => kind === resourceKind(type)));
  }

  /** The canonical key of a known AWS id: its URN if this stack manages it. */
  keyOfId(id: string): Key {
    return this.urnOfId.get(id) ?? id;
  }

  /** The resources that `property` depends on. */
  dependencies(resource: StackResource, property: string): readonly StackResource[] {
    return (resource.propertyDependencies[property] ?? []).flatMap((urn) => this.byUrn.get(urn) ?? []);
  }

  /** The keys of resources of kind `referent` among `dependencies`, and among the descendants that a component may output. */
  candidates(dependencies: readonly StackResource[], referent: Referent): readonly Key[] {
    return [
      ...new Set(dependencies.flatMap((dependency) => this.familyOf(dependency).filter((member) => this.mayComeFrom(dependency, member)))),
    ]
      .filter(({ type }) => isReferent(type, referent))
      .map(({ urn }) => urn);
  }

  private mayComeFrom(dependency: StackResource, member: StackResource): boolean {
    return dependency === member || !isInternalSubnet(this.byUrn.get(member.parent ?? ""), member);
  }

  /** A custom resource alone, or a component with all its descendants. */
  familyOf(resource: StackResource): readonly StackResource[] {
    if (resource.custom) return [resource];
    const family = new Set([resource]);
    // Iteration over a set includes elements that are added meanwhile, each once. So a cycle of parents in a broken state file ends.
    for (const member of family) for (const child of this.childrenOf.get(member.urn) ?? []) family.add(child);
    return [...family];
  }

  /** Whether a dependency is one of `referents`, or a component that contains some. The elements of other dependencies are unknown. */
  holdsAny(dependency: StackResource, referents: readonly Referent[]): boolean {
    return this.familyOf(dependency).some(({ type }) => referents.some((referent) => isReferent(type, referent)));
  }

  /** The key that an id property names: its value in the program, otherwise its output, or the only candidate of its dependencies. */
  referenceOf(resource: StackResource, property: string, referent: Referent): Key | undefined {
    return this.resolve(givenOrOutput(resource, property), this.dependencies(resource, property), referent);
  }

  /** The key that `value` names; an unknown value is resolved only if its dependencies have exactly one candidate and no other resource. */
  resolve(value: Value | undefined, dependencies: readonly StackResource[], referent: Referent): Key | undefined {
    if (typeof value === "string") return this.keyOfId(value);
    if (value !== UNKNOWN || !dependencies.every((dependency) => this.holdsAny(dependency, [referent, "vpc"]))) return undefined;
    const [only, ...others] = this.candidates(dependencies, referent);
    return others.length === 0 ? only : undefined;
  }
}
