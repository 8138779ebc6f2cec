import { type Basis, weakerBasis } from "../count/count";
import type { Key } from "../facts/key";
import { MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "../facts/lambda-limits";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";
import { isExactSelection, select, type Selection } from "./selection";

/** An attachment whose two lists have been read as sets. */
export interface ResolvedAttachment {
  readonly consumer: Key;
  readonly scope?: string;
  readonly scopeAssumed?: boolean;
  readonly publishes?: boolean;
  readonly subnets: Selection;
  readonly securityGroups: Selection;
}

/** Reads attachments of a network under assumption S, by default those of its functions. Public subnets are unlikely if private candidates remain. */
export function resolveAttachments(network: Network, attachments = network.attachments): readonly ResolvedAttachment[] {
  const publicSubnets = new Set(network.subnets.filter((subnet) => subnet.public).map((subnet) => subnet.key));
  return attachments.map(({ subnets, securityGroups, ...attachment }) => ({
    ...attachment,
    subnets: select(subnets, MAX_SUBNETS_PER_FUNCTION, publicSubnets),
    securityGroups: select(securityGroups, MAX_SECURITY_GROUPS_PER_FUNCTION),
  }));
}

/** The canonical text of an exact security-group set; undefined if the set is not exact. Sets are equal exactly if their texts are. */
export function exactSet(attachment: ResolvedAttachment): string | undefined {
  return isExactSelection(attachment.securityGroups) ? setKey(attachment.securityGroups.certain) : undefined;
}

/**
 * A text for attachments that certainly have one set of security groups: that of their exact set, or of the origin of a set that is not exact.
 * Undefined if nothing shows which attachments have the same set. Attachments with different texts may still have the same set, unless both
 * sets are exact.
 */
export function sameSet(attachment: ResolvedAttachment): string | undefined {
  const { origin } = attachment.securityGroups;
  return exactSet(attachment) ?? (origin === undefined ? undefined : `the set of ${origin}`);
}

export function basisOf(attachments: readonly ResolvedAttachment[]): Basis {
  return attachments
    .map(({ subnets, securityGroups, scopeAssumed = false }) =>
      scopeAssumed ? "dependencies" : weakerBasis(subnets.basis, securityGroups.basis),
    )
    .reduce(weakerBasis, "known");
}
