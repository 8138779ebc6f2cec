import { type Basis, weakerBasis } from "../count/count";
import type { Key } from "../facts/key";
import { MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "../facts/lambda-limits";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";
import { isExactSelection, type Selection } from "../selections/selection";
import { Selections } from "../selections/selections";

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
  const subnets = new Selections(MAX_SUBNETS_PER_FUNCTION, publicSubnets);
  const securityGroups = new Selections(MAX_SECURITY_GROUPS_PER_FUNCTION);
  return attachments.map((attachment) => ({
    ...attachment,
    subnets: subnets.of(attachment.subnets),
    securityGroups: securityGroups.of(attachment.securityGroups),
  }));
}

/** Whether it stands for one set of subnets and one set of groups. */
export function isExactAttachment({ subnets, securityGroups }: ResolvedAttachment): boolean {
  return isExactSelection(subnets) && isExactSelection(securityGroups);
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
  const isKnown = ({ subnets, securityGroups, scopeAssumed = false }: ResolvedAttachment): boolean =>
    !scopeAssumed && weakerBasis(subnets.basis, securityGroups.basis) === "known";
  return attachments.every(isKnown) ? "known" : "dependencies";
}

/**
 * The attachments without exact ones that repeat the lists of an earlier one in its account: a hundred thousand functions usually have a few dozen different
 * attachments. Lists are compared by identity (`Selections`). Attachments that are not exact stay, because two of them may turn out to differ.
 * Law: no count of combinations or sets changes.
 */
export function withoutRepetitions(attachments: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] {
  const seen = new Map<Selection, ResolvedAttachment[]>();
  return attachments.filter((attachment) => {
    if (!isExactAttachment(attachment)) return true;
    const sameGroups = seen.get(attachment.securityGroups) ?? [];
    if (sameGroups.some((earlier) => isRepeatedBy(earlier, attachment))) return false;
    sameGroups.push(attachment);
    seen.set(attachment.securityGroups, sameGroups);
    return true;
  });
}

function isRepeatedBy(earlier: ResolvedAttachment, { subnets, scope, scopeAssumed }: ResolvedAttachment): boolean {
  return earlier.subnets === subnets && earlier.scope === scope && earlier.scopeAssumed === scopeAssumed;
}
