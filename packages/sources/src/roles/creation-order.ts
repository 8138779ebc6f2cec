import { type Key, keySet } from "@lambda-vpc/model";
import type { Dependencies } from "../stack/dependencies";
import type { Stack } from "../stack/stack";
import { isBeingCreated, type StackResource } from "../stack/stack-resource";

/** The order in which a deployment creates resources. */
export class CreationOrder {
  private readonly created: ReadonlySet<Key>;
  private readonly waiting: ReadonlySet<Key>;
  private readonly byUrn: ReadonlyMap<Key, StackResource>;

  constructor(
    stack: Stack,
    private readonly dependencies: Dependencies,
  ) {
    this.created = new Set(stack.resources.filter(isBeingCreated).map(({ urn }) => urn));
    this.waiting = new Set(stack.ofKind("subnet", "security-group").map(({ urn }) => urn));
    this.byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
  }

  /** Whether a deployment that creates both creates `resource` after `user`. */
  awaits(resource: Key, user: Key): boolean {
    return this.created.has(resource) && this.created.has(user) && this.dependencies.of(resource).has(user);
  }

  /** Whether only the option dependsOn of `resource` names `user`, and nothing else that it depends on waits for `user`. */
  awaitsByOption(resource: Key, user: Key): boolean {
    const { dependencies = [], propertyDependencies = {} } = this.byUrn.get(resource) ?? {};
    const named = Object.values(propertyDependencies).flat();
    const others = [...dependencies, ...named].filter((key) => key !== user);
    return dependencies.includes(user) && !named.includes(user) && !others.some((key) => this.dependencies.of(key).has(user));
  }

  /** The security groups and subnets that `resource` depends on, directly or through others. */
  follows(resource: Key): readonly Key[] {
    return keySet([...this.dependencies.of(resource)].filter((key) => this.waiting.has(key)));
  }
}
