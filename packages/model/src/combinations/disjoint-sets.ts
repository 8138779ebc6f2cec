/** Things tied together step by step (union–find). Law: the groups do not depend on the order of the ties. */
export class DisjointSets<T> {
  private readonly parents = new Map<T, T>();

  /** Ties `left` and `right`; a thing tied to itself is a group of one. */
  tie(left: T, right: T): void {
    const root = this.rootOf(left);
    this.parents.set(root, this.rootOf(right));
  }

  rootOf(thing: T): T {
    let root = thing;
    for (let parent = this.parents.get(root); parent !== undefined && parent !== root; parent = this.parents.get(root)) root = parent;
    for (let step = thing; step !== root;) {
      const next = this.parents.get(step) ?? root;
      this.parents.set(step, root);
      step = next;
    }
    return root;
  }
}
