import type { PossibleAliases } from "../combinations/possible-aliases";
import type { Key } from "../facts/key";
import type { Selection } from "../combinations/selection";

/** Whoever names subnets. */
interface Resident {
  readonly subnets: Selection;
}

/** Who may be in which subnet, found without asking each about each. */
export class AttachmentsBySubnet<T extends Resident> {
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

  /** Everyone who may turn out to be in `subnet`: they name it or what may be the same, or nothing bounds what they name. */
  in(subnet: Key): readonly T[] {
    return [...new Set([...(this.bySubnet.get(this.aliases.representative(subnet)) ?? []), ...this.open])];
  }
}

/** Those of `residents` who are in `subnet` for certain. */
export function certainlyIn<T extends Resident>(subnet: Key, residents: readonly T[]): readonly T[] {
  return residents.filter(({ subnets }) => subnets.certain.includes(subnet));
}

/** Those of `residents` who are likely in `subnet`. */
export function likelyIn<T extends Resident>(subnet: Key, residents: readonly T[]): readonly T[] {
  return residents.filter(({ subnets }) => subnets.likely.includes(subnet));
}
