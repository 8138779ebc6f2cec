import type { Key } from "@lambda-vpc/model";
import type { Dependants } from "../stack/dependants";
import type { Stack } from "../stack/stack";
import { isBeingCreated } from "../stack/stack-resource";

/** The order in which a deployment creates resources. */
export class CreationOrder {
  private readonly created: ReadonlySet<Key>;

  constructor(
    stack: Stack,
    private readonly dependants: Dependants,
  ) {
    this.created = new Set(stack.resources.filter(isBeingCreated).map(({ urn }) => urn));
  }

  /** Whether a deployment that creates both creates `resource` after `user`. */
  awaits(resource: Key, user: Key): boolean {
    return this.created.has(resource) && this.created.has(user) && this.dependants.of(user).has(resource);
  }
}
