import { compareKeys, defaultGroupKey, type Key } from "@lambda-vpc/model";
import { fromAwsNative } from "./aws-native";
import { isReferent, type Referent, resourceKind, type ResourceKind } from "./aws-types";
import { isInternalSubnet } from "./component-network";
import { givenOrOutput, type StackResource } from "./stack-resource";
import { UNKNOWN, type Value } from "./value";

const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";

/** The resources of one stack, found by URN, by AWS id and by parent. Its order is canonical and does not depend on the input order. */
export class Stack {
  readonly resources: readonly StackResource[];
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly childrenOf: ReadonlyMap<string | undefined, readonly StackResource[]>;
  private readonly byKind: ReadonlyMap<ResourceKind | undefined, readonly StackResource[]>;
  private readonly urnOfId = new Map<string, string>();
  private readonly adoptedDefaultGroups: ReadonlyMap<Key, Key>;

  constructor(resources: readonly StackResource[]) {
    const translated = resources.map(fromAwsNative).filter((resource) => !isLeftOutConsumer(resource));
    this.byUrn = new Map(translated.map((resource) => [resource.urn, resource]));
    this.resources = [...this.byUrn.values()].sort((a, b) => compareKeys(a.urn, b.urn));
    this.childrenOf = Map.groupBy(this.resources, (resource) => resource.parent);
    this.byKind = Map.groupBy(this.resources, ({ type }) => resourceKind(type));
    for (const { urn, type, outputs } of this.resources)
      if (resourceKind(type) !== undefined && typeof outputs["id"] === "string") this.urnOfId.set(outputs["id"], urn);
    this.adoptedDefaultGroups = this.readAdoptedDefaultGroups();
    for (const vpc of this.ofKind("vpc")) {
      const group = vpc.outputs["defaultSecurityGroupId"];
      if (typeof group === "string" && !this.urnOfId.has(group)) this.urnOfId.set(group, this.defaultGroupOf(vpc.urn));
    }
  }

  /**
   * The key of the default security group of a VPC of this stack: the resource that adopts the group, or a separate key. Each VPC has one, which AWS
   * creates with it (docs/aws-facts.md#default-resources-of-a-vpc).
   */
  defaultGroupOf(vpc: Key): Key {
    return this.adoptedDefaultGroups.get(vpc) ?? defaultGroupKey(vpc);
  }

  /** The adopting resources by their VPC. Without `vpcId`, such a resource adopts the group of the default VPC. */
  private readAdoptedDefaultGroups(): ReadonlyMap<Key, Key> {
    const [defaultVpc, ...others] = this.resources.filter(({ type }) => type === DEFAULT_VPC);
    return new Map(
      this.ofKind("adopted-security-group").flatMap((group): readonly (readonly [Key, Key])[] => {
        const named = (givenOrOutput(group, "vpcId") ?? null) !== null;
        const vpc = named ? this.referenceOf(group, "vpcId", "vpc") : others.length === 0 ? defaultVpc?.urn : undefined;
        return vpc === undefined ? [] : [[vpc, group.urn]];
      }),
    );
  }

  /** The resources of `kinds`, in the order of the stack. */
  ofKind(...kinds: readonly ResourceKind[]): readonly StackResource[] {
    const found = kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
    return kinds.length === 1 ? found : found.sort((a, b) => compareKeys(a.urn, b.urn));
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

  /** The default groups of the VPCs that `dependencies` are. */
  defaultGroupsBehind(dependencies: readonly StackResource[]): readonly Key[] {
    return this.candidates(dependencies, "vpc").map((vpc) => this.defaultGroupOf(vpc));
  }

  private mayComeFrom(dependency: StackResource, member: StackResource): boolean {
    return (
      dependency === member || resourceKind(member.type) !== "subnet" || !isInternalSubnet(this.byUrn.get(member.parent ?? ""), member)
    );
  }

  parentOf({ parent }: StackResource): StackResource | undefined {
    return this.byUrn.get(parent ?? "");
  }

  /** The components that contain the resource, the innermost first. The stack itself is not a component. */
  componentsAround(urn: Key): readonly StackResource[] {
    const around = new Set<StackResource>();
    for (let one = this.byUrn.get(urn); one !== undefined && !around.has(one); one = this.parentOf(one)) around.add(one);
    return [...around].filter(({ custom, type }) => !custom && type !== "pulumi:pulumi:Stack");
  }

  /** A custom resource alone, or a component with all its descendants. */
  familyOf(resource: StackResource): readonly StackResource[] {
    if (resource.custom) return [resource];
    const family = new Set([resource]);
    // Iteration over a set includes elements that are added meanwhile, each once. So a cycle of parents in a broken state file ends.
    for (const member of family) for (const child of this.childrenOf.get(member.urn) ?? []) family.add(child);
    return [...family];
  }

  /** The URNs of a resource's parent, of the parent's parent, and so on. */
  ancestorsOf({ parent }: StackResource): readonly string[] {
    const found = new Set(parent === undefined ? [] : [parent]);
    for (const urn of found) {
      const next = this.byUrn.get(urn)?.parent;
      if (next !== undefined) found.add(next);
    }
    return [...found];
  }

  /** Whether a dependency is one of `referents`, or a component that contains some. The elements of other dependencies are unknown. */
  holdsAny(dependency: StackResource, referents: readonly Referent[]): boolean {
    return this.familyOf(dependency).some(({ type }) => referents.some((referent) => isReferent(type, referent)));
  }

  /** The key that an id property names: its value in the program, otherwise its output, or the only candidate of its dependencies. */
  referenceOf(resource: StackResource, property: string, referent: Referent): Key | undefined {
    return this.resolve(givenOrOutput(resource, property), this.dependencies(resource, property), referent);
  }

  /** What the `vpcId` of a resource in a VPC depends on: the resource hands on the id, as `association.vpcId`. Of any other resource, itself. */
  private vpcsOf(resource: StackResource): readonly StackResource[] {
    const behind = holdsVpcId(resource.type) ? this.dependencies(resource, "vpcId") : [];
    return behind.length > 0 ? behind : [resource];
  }

  /** The key that `value` names; an unknown value is resolved only if its dependencies have exactly one candidate and no other resource. */
  resolve(value: Value | undefined, named: readonly StackResource[], referent: Referent): Key | undefined {
    if (typeof value === "string") return this.keyOfId(value);
    const dependencies = referent === "vpc" ? named.flatMap((one) => this.vpcsOf(one)) : named;
    if (value !== UNKNOWN || !dependencies.every((dependency) => this.holdsAny(dependency, [referent, "vpc"]))) return undefined;
    const candidates = this.candidates(dependencies, referent);
    const [only, ...others] =
      candidates.length === 0 && referent === "security-group" ? this.defaultGroupsBehind(dependencies) : candidates;
    return others.length === 0 ? only : undefined;
  }
}

const holdersOfVpcId: readonly (ResourceKind | undefined)[] = ["vpc-ipv4-association", "subnet", "security-group", "internet-gateway"];

function holdsVpcId(type: string): boolean {
  return holdersOfVpcId.includes(resourceKind(type));
}

/** Whether a function or connector does not exist, and the update leaves it out: it takes nothing and needs nothing until an update creates it. */
function isLeftOutConsumer({ type, leftOut }: StackResource): boolean {
  const kind = leftOut === true ? resourceKind(type) : undefined;
  return kind === "function" || kind === "network-connector";
}
