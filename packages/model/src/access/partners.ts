import { type GrantedAccess, isKnown } from "./granted-access";

type Part = string | undefined;

/**
 * Finds, among what the sets of one VPC grant, partners that may grant the same (`mayGrantTheSame`) and of which at least one has an unknown part. It counts accesses
 * by their parts and compares no pairs.
 */
export class Partners {
  private readonly byOutbound = new Map<Part, number>();
  private readonly byReferences = new Map<Part, number>();
  private readonly concealed = new Map<Part, Map<Part, number>>();

  constructor(private readonly all: readonly GrantedAccess[]) {
    for (const access of all) {
      const { outbound, references } = access;
      increase(this.byOutbound, outbound);
      increase(this.byReferences, references);
      if (isKnown(access)) continue;
      const sameOutbound = this.concealed.get(outbound) ?? new Map<Part, number>();
      this.concealed.set(outbound, sameOutbound);
      increase(sameOutbound, references);
    }
  }

  /** Whether `access`, which is one of them, has a partner among the others. */
  has({ outbound, references }: GrantedAccess): boolean {
    if (outbound !== undefined && references !== undefined)
      return this.isConcealed(outbound, undefined) || this.isConcealed(undefined, references) || this.isConcealed(undefined, undefined);
    const [equal, hidden] =
      outbound !== undefined
        ? [this.byOutbound.get(outbound), this.byOutbound.get(undefined)]
        : references !== undefined
          ? [this.byReferences.get(references), this.byReferences.get(undefined)]
          : [this.all.length, 0];
    // One of them is the access itself.
    return (equal ?? 0) + (hidden ?? 0) > 1;
  }

  private isConcealed(outbound: Part, references: Part): boolean {
    return this.concealed.get(outbound)?.has(references) === true;
  }
}

function increase(counts: Map<Part, number>, part: Part): void {
  counts.set(part, (counts.get(part) ?? 0) + 1);
}
