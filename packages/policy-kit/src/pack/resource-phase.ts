/** Resource validation since the last analysis of the stack: which policies the engine called, and which of them sees every resource. */
export class ResourcePhase {
  private readonly called = new Set<string>();
  private readonly seenFirstBy = new Map<string, string>();

  call(id: string): void {
    this.called.add(id);
  }

  /** The policies and settings whose configuration is that of this phase. */
  get configuredIds(): ReadonlySet<string> {
    return this.called;
  }

  /** Whether `policy` is the first to see a resource: the engine shows the others the same inputs. */
  seesFirst(policy: string, urn: string): boolean {
    const first = this.seenFirstBy.get(urn) ?? policy;
    this.seenFirstBy.set(urn, first);
    return first === policy;
  }

  /** Whether a policy or a setting must be called with the next resource. The policy that saw the first one sees all; any other is called once, for its configuration. */
  needs(id: string): boolean {
    const [first] = this.seenFirstBy.values();
    return !this.called.has(id) || first === id;
  }
}
