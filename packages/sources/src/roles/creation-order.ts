import type { Key } from "@lambda-vpc/model";
import { Dependants } from "../stack/dependants";
import type { Stack } from "../stack/stack";
import { isBeingCreated } from "../stack/stack-resource";

/** The order in which a deployment creates resources, and a destroy deletes them in reverse. */
export class CreationOrder {
  private readonly dependants: Dependants;
  private readonly cache = new Map<Key, ReadonlySet<Key>>();
  private readonly created: ReadonlySet<Key>;

  constructor(stack: Stack) {
    this.dependants = new Dependants(stack);
    this.created = new Set(stack.resources.filter(isBeingCreated).map(({ urn }) => urn));
  }

  /** Whether `resource` still exists when `user` is destroyed. */
  outlives(resource: Key, user: Key): boolean {
    return this.dependantsOf(resource).has(user);
  }

  /** Whether a deployment that creates both creates `resource` after `user`. */
  awaits(resource: Key, user: Key): boolean {
    return this.created.has(resource) && this.created.has(user) && this.dependantsOf(user).has(resource);
  }

  private dependantsOf(key: Key): ReadonlySet<Key> {
    const known = this.cache.get(key) ?? this.dependants.of(key);
    this.cache.set(key, known);
    return known;
  }
}
