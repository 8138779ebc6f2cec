import type { AlikeKeys } from "./alike";
import { countCombinations } from "./combinations";
import type { Count } from "../count/count";
import { HeldCombinations } from "./held-combinations";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import type { ResolvedAttachment } from "./resolved-attachment";
import { without } from "./selection";

/**
 * Counts the combinations of attachments: all of them, and the marginal ones, which the account does not hold already. The lists are those
 * of `countCombinations`; what may be one is one in every min.
 *
 *                  subnet-a   subnet-b   subnet-c
 *     {x}             ●          ◉                     ◉ held already: 3 in all, 2 of them marginal
 *     {x, y}                     ●
 */
export class CombinationCounter {
  constructor(
    private readonly alike: AlikeKeys,
    private readonly held: HeldCombinations,
  ) {}

  all(
    certain: readonly ResolvedAttachment[],
    likely: readonly ResolvedAttachment[] = certain,
    possible: readonly ResolvedAttachment[] = likely,
  ): Count {
    return countCombinations(this.asOne(certain), likely, possible);
  }

  /** Laws: nothing held, all are marginal; the more is held, the fewer are. */
  marginal(
    certain: readonly ResolvedAttachment[],
    likely: readonly ResolvedAttachment[] = certain,
    possible: readonly ResolvedAttachment[] = likely,
  ): Count {
    return countCombinations(
      this.asOne(certain).map((attachment) => outside(this.held.inPerhaps(attachment), attachment)),
      likely.map((attachment) => outside(this.held.inLikely(attachment), attachment)),
      possible.map((attachment) => outside(this.held.inSurely(attachment), attachment)),
    );
  }

  private asOne(attachments: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] {
    return attachments.map((attachment) => this.alike.asOne(attachment));
  }
}

/** The counter of a network, whose functions are `attachments`. */
export function combinationCounter(
  { inventory }: Network,
  attachments: readonly ResolvedAttachment[],
  alike: AlikeKeys,
): CombinationCounter {
  const oneAccount = new Set(attachments.map(({ scope }) => scope)).size <= 1;
  return new CombinationCounter(alike, new HeldCombinations(inventory?.combinations ?? [], alike, oneAccount));
}

/** What the attachment asks for outside `subnets`. */
function outside(subnets: ReadonlySet<Key>, attachment: ResolvedAttachment): ResolvedAttachment {
  return subnets.size === 0 ? attachment : { ...attachment, subnets: without(attachment.subnets, subnets) };
}
