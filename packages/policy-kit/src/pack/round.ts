/** Resource validation since the stack was last analysed: which policies were called, and which of them looks for all. */
export class Round {
  private readonly called = new Set<string>();
  private readonly seenFirstBy = new Map<string, string>();

  call(id: string): void {
    this.called.add(id);
  }

  /** Those whose configuration is that of this round. */
  get told(): ReadonlySet<string> {
    return this.called;
  }

  /** Whether `policy` is the first to see a resource: the others are shown the same. */
  seesFirst(policy: string, urn: string): boolean {
    const first = this.seenFirstBy.get(urn) ?? policy;
    this.seenFirstBy.set(urn, first);
    return first === policy;
  }

  /** Whether a policy or a setting must be called with the next resource: whoever saw the first sees all; of any other, one call tells its configuration. */
  needs(id: string): boolean {
    const [seer] = this.seenFirstBy.values();
    return !this.called.has(id) || seer === id;
  }
}
