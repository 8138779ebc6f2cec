import type { PossibleAliases } from "./possible-aliases";
import { countCombinations } from "./combinations";
import type { Count } from "../count/count";
import type { Readings } from "../count/readings";
import { HeldCombinations } from "./held-combinations";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import type { ResolvedAttachment } from "./resolved-attachment";
import { without } from "../selections/selection";

/**
 * Counts the combinations of attachments: all of them, and the marginal ones, which the account does not hold yet. The readings are those of
 * `countCombinations`. Keys that may be the same are one in every min.
 *
 *                  subnet-a   subnet-b   subnet-c
 *     {x}             ●          ◉                     ◉ held already: 3 in total, 2 of them marginal
 *     {x, y}                     ●
 */
export class CombinationCounter {
  constructor(
    private readonly aliases: PossibleAliases,
    private readonly held: HeldCombinations,
  ) {}

  all(attachments: Readings<readonly ResolvedAttachment[]>): Count {
    return countCombinations({ ...attachments, lower: this.aliases.allCollapsed(attachments.lower) });
  }

  /** Laws: if nothing is held, all are marginal; holding more never makes more marginal. */
  marginal(attachments: Readings<readonly ResolvedAttachment[]>): Count {
    if (this.held.isEmpty) return this.all(attachments);
    const { lower, estimate, upper } = attachments;
    return countCombinations({
      lower: this.aliases.allCollapsed(lower).map((attachment) => outside(this.held.upper(attachment), attachment)),
      estimate: estimate.map((attachment) => outside(this.held.estimate(attachment), attachment)),
      upper: upper.map((attachment) => outside(this.held.lower(attachment), attachment)),
    });
  }
}

/** The counter of a network, whose functions are `attachments`. */
export function combinationCounter(
  { inventory }: Network,
  attachments: readonly ResolvedAttachment[],
  aliases: PossibleAliases,
): CombinationCounter {
  const oneAccount = attachments.every(({ scope }) => scope === attachments[0]?.scope);
  return new CombinationCounter(aliases, new HeldCombinations(inventory?.combinations ?? [], aliases, oneAccount));
}

/** The attachment without `subnets`. */
function outside(subnets: ReadonlySet<Key>, attachment: ResolvedAttachment): ResolvedAttachment {
  return subnets.size === 0 ? attachment : { ...attachment, subnets: without(attachment.subnets, subnets) };
}
