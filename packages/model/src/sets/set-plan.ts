import type { Count } from "../count/count";
import { sameReadings } from "../count/readings";
import { compareKeys, type Key, keySet } from "../facts/key";
import { bySameSet, likelySet } from "../combinations/combinations";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import type { Selection } from "../selections/selection";
import type { VpcPlan } from "../combinations/vpc-plan";

/** The combinations of one security-group set in one VPC, and the functions that cause them. */
export interface SetPlan {
  readonly securityGroups: Selection;
  readonly consumers: readonly Key[];
  /** What each of its functions requests. */
  readonly attachments: readonly ResolvedAttachment[];
  /** The subnets that one of its functions certainly uses. */
  readonly subnets: readonly Key[];
  /** Subnets that one of them may use in addition. */
  readonly possibleSubnets: readonly Key[];
  readonly combinations: Count;
}

/**
 * The sets of a VPC, those with most combinations first, then in canonical order. A function whose set nothing connects to another's is a separate
 * set, so sets that are not exact may share combinations. Law: if all lists of a VPC are exact, its combinations are the sum of those of its sets.
 */
export function planSets({ counter }: Pick<ResolvedNetwork, "counter">, { attachments }: Pick<VpcPlan, "attachments">): readonly SetPlan[] {
  return bySameSet(attachments)
    .flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ order: orderOf(first), plan: planOf(first.securityGroups, group, counter.all(sameReadings(group))) }];
    })
    .sort((left, right) => right.plan.combinations.likely - left.plan.combinations.likely || compareKeys(left.order, right.order))
    .map(({ plan }) => plan);
}

function planOf(securityGroups: Selection, attachments: readonly ResolvedAttachment[], combinations: Count): SetPlan {
  const subnets = keySet(attachments.flatMap((attachment) => attachment.subnets.certain));
  const possible = keySet(attachments.flatMap((attachment) => attachment.subnets.possible));
  return {
    securityGroups,
    consumers: keySet(attachments.map(({ consumer }) => consumer)),
    attachments,
    subnets,
    possibleSubnets: possible.filter((subnet) => !subnets.includes(subnet)),
    combinations,
  };
}

function orderOf(attachment: ResolvedAttachment): string {
  return `${likelySet(attachment)}\n${attachment.consumer}`;
}
