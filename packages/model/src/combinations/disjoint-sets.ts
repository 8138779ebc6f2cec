/** A partition of items that grows by unions (union–find). Law: the sets do not depend on the order of the unions. */
export class DisjointSets<T> {
  private readonly parents = new Map<T, T>();

  /** Joins the sets of `left` and `right`. An item joined with itself is a set of one. */
  union(left: T, right: T): void {
    const root = this.rootOf(left);
    this.parents.set(root, this.rootOf(right));
  }

  rootOf(item: T): T {
    let root = item;
    for (let parent = this.parents.get(root); parent !== undefined && parent !== root; parent = this.parents.get(root)) root = parent;
    for (let step = item; step !== root;) {
      const next = this.parents.get(step) ?? root;
      this.parents.set(step, root);
      step = next;
    }
    return root;
  }
}
