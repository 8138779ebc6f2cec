import type { Readings } from "../count/readings";
import type { Key } from "../facts/key";
import type { PossibleAliases } from "./possible-aliases";
import type { Selection } from "./selection";

/** Anything that uses subnets: an attachment, or another consumer of addresses. */
interface UsesSubnets {
  readonly subnets: Selection;
}

/** Finds who may use a subnet without asking each about each. */
export class AttachmentsBySubnet<T extends UsesSubnets> {
  private readonly bySubnet = new Map<Key, T[]>();
  private readonly open: readonly T[];

  constructor(
    all: readonly T[],
    private readonly aliases: PossibleAliases,
  ) {
    for (const one of all)
      for (const subnet of new Set(one.subnets.possible.map((key) => aliases.representative(key)))) {
        const here = this.bySubnet.get(subnet);
        if (here === undefined) this.bySubnet.set(subnet, [one]);
        else here.push(one);
      }
    this.open = all.filter(({ subnets }) => subnets.open);
  }

  /** Everything that may turn out to use `subnet`: it names it or what may be the same, or nothing bounds what it names. */
  possiblyIn(subnet: Key): readonly T[] {
    return [...new Set([...(this.bySubnet.get(this.aliases.representative(subnet)) ?? []), ...this.open])];
  }

  /** What uses `subnet` for certain, likely and possibly. */
  readings(subnet: Key): Readings<readonly T[]> {
    return readingsIn(subnet, this.possiblyIn(subnet));
  }
}

/** Which of `possible`, all of which may use `subnet`, use it for certain, and which likely. */
export function readingsIn<T extends UsesSubnets>(subnet: Key, possible: readonly T[]): Readings<readonly T[]> {
  return {
    lower: possible.filter(({ subnets }) => subnets.certain.includes(subnet)),
    estimate: possible.filter(({ subnets }) => subnets.likely.includes(subnet)),
    upper: possible,
  };
}
