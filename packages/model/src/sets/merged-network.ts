import type { EniPlan } from "../combinations/eni-plan";
import { exactSet, type ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { exactSelection, type Selection } from "../selections/selection";
import type { VpcPlan } from "../combinations/vpc-plan";
import { setKey } from "../facts/security-group-set";

/**
 * The network once every merge of its plan is done: functions of a replaced set use the set to keep. Merges widen no access, and none is left that
 * saves a combination. Laws: subnets and VPCs of functions stay; no count of combinations grows; without merges nothing changes.
 */
export function mergedNetwork(resolved: ResolvedNetwork, { vpcs }: Pick<EniPlan, "vpcs">): ResolvedNetwork {
  const merged = new Map(vpcs.flatMap(movedIn));
  const after = (attachment: ResolvedAttachment): ResolvedAttachment => merged.get(attachment) ?? attachment;
  const { attachments, placement } = resolved;
  return {
    ...resolved,
    attachments: attachments.map(after),
    placement: {
      vpcs: placement.vpcs.map((place) => ({ ...place, attachments: place.attachments.map(after) })),
      unplaced: placement.unplaced.map(after),
    },
  };
}

/** The attachments of one VPC that change, each with what it becomes. Attachments of one set become one selection, which counting relies on. */
function movedIn({ attachments, merges }: VpcPlan): readonly (readonly [ResolvedAttachment, ResolvedAttachment])[] {
  const keeps = new Map(merges.flatMap(({ keep, replace }) => replace.map((set) => [setKey(set), keep] as const)));
  const selections = new Map<string, Selection>();
  return attachments.flatMap((attachment) => {
    const keep = keeps.get(exactSet(attachment) ?? "");
    if (keep === undefined) return [];
    const { basis } = attachment.securityGroups;
    const id = `${basis} ${setKey(keep)}`;
    const securityGroups = selections.get(id) ?? exactSelection(keep, basis);
    selections.set(id, securityGroups);
    return [[attachment, { ...attachment, securityGroups }] as const];
  });
}
