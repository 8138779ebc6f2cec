import { type Readings, sameReadings } from "../count/readings";
import type { Key } from "../facts/key";
import type { PossibleAliases } from "./possible-aliases";
import type { Selection } from "../selections/selection";

/** Anything that uses subnets: an attachment, or an address consumer. */
interface UsesSubnets {
  readonly subnets: Selection;
}

/** Finds the users of a subnet without comparing each user with each subnet. */
export class AttachmentsBySubnet<T extends UsesSubnets> {
  private readonly bySubnet = new Map<Key, T[]>();
  private readonly open: readonly T[];

  constructor(
    all: readonly T[],
    private readonly aliases: PossibleAliases,
  ) {
    for (const one of all)
      for (const subnet of aliases.representatives(one.subnets.possible)) {
        const here = this.bySubnet.get(subnet);
        if (here === undefined) this.bySubnet.set(subnet, [one]);
        else here.push(one);
      }
    this.open = all.filter(({ subnets }) => subnets.open);
  }

  /** Everything that may use `subnet`: its list names the subnet or a possible alias of it, or its list is open. */
  possiblyIn(subnet: Key): readonly T[] {
    const naming = this.bySubnet.get(this.aliases.representative(subnet)) ?? [];
    return this.open.length === 0 ? naming : [...new Set([...naming, ...this.open])];
  }

  /** The certain, likely and possible users of `subnet`. */
  readings(subnet: Key): Readings<readonly T[]> {
    return readingsIn(subnet, this.possiblyIn(subnet));
  }
}

/** The certain and the likely users of `subnet` among `possible`, all of which may use it. If all certainly do, the readings are one list. */
export function readingsIn<T extends UsesSubnets>(subnet: Key, possible: readonly T[]): Readings<readonly T[]> {
  if (possible.every(({ subnets }) => subnets.certain.includes(subnet))) return sameReadings(possible);
  return {
    lower: possible.filter(({ subnets }) => subnets.certain.includes(subnet)),
    estimate: possible.filter(({ subnets }) => subnets.likely.includes(subnet)),
    upper: possible,
  };
}
