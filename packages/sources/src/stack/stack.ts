import { compareKeys, type Key } from "@lambda-vpc/model";
import { fromAwsNative } from "./aws-native";
import { isReferent, type Referent, resourceKind, type ResourceKind } from "./aws-types";
import { isInternalSubnet } from "./component-network";
import { givenOrMade, type StackResource } from "./stack-resource";
import { UNKNOWN, type Value } from "./value";

/** The resources of one stack, found by URN, by AWS id and by parent. Its order is canonical, whatever order they came in. */
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

  /** The canonical key of a known AWS id: its URN where this stack manages it. */
  keyOfId(id: string): Key {
    return this.urnOfId.get(id) ?? id;
  }

  /** The resources that `property` depends on. */
  dependencies(resource: StackResource, property: string): readonly StackResource[] {
    return (resource.propertyDependencies[property] ?? []).flatMap((urn) => this.byUrn.get(urn) ?? []);
  }

  /** The keys of what is `referent` among `dependencies` and, behind a component, among those of its descendants that it may hand out. */
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
    // A set yields what joins it while it is walked, and nothing twice: a circle of parents, as a broken state may hold, ends.
    for (const member of family) for (const child of this.childrenOf.get(member.urn) ?? []) family.add(child);
    return [...family];
  }

  /** Whether a dependency is one of `referents`, or a component that holds some: what else feeds a list, nothing here can tell. */
  holdsAny(dependency: StackResource, referents: readonly Referent[]): boolean {
    return this.familyOf(dependency).some(({ type }) => referents.some((referent) => isReferent(type, referent)));
  }

  /** The key that an id property names: as written, as made where the program wrote nothing, or the only candidate of its dependencies. */
  referenceOf(resource: StackResource, property: string, referent: Referent): Key | undefined {
    return this.resolve(givenOrMade(resource, property), this.dependencies(resource, property), referent);
  }

  /** The key that `value` names; an unknown value can only be the one candidate of its dependencies, if there is just one and nothing else. */
  resolve(value: Value | undefined, dependencies: readonly StackResource[], referent: Referent): Key | undefined {
    if (typeof value === "string") return this.keyOfId(value);
    if (value !== UNKNOWN || !dependencies.every((dependency) => this.holdsAny(dependency, [referent, "vpc"]))) return undefined;
    const [only, ...others] = this.candidates(dependencies, referent);
    return others.length === 0 ? only : undefined;
  }
}
