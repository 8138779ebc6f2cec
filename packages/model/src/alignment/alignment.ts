import type { Count, Verdict } from "../count/count";
import { compareKeys, type Key, keySet } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { attachmentsBySet, movesOf } from "./set-moves";
import { bestFirst, type Move } from "./subnet-move";

/*
 * Functions of one exact set share a combination in each subnet that several of them use, and hold one in each subnet that any of them uses. An
 * alignment moves some of them onto the list of another:
 *
 *               a     b     c     d
 *     orders    ●     ●                       orders' list is kept
 *     users           ●     ●                 users moves: c is released
 *     reports                     ●           reports moves: d is released     saved: {c, d}, which only movers use
 */

/** One way to give functions of one set one list of subnets. */
export interface Alignment {
  readonly securityGroups: readonly Key[];
  /** The functions that use the set for certain. */
  readonly users: readonly Key[];
  /** The list to keep: one that a function of the set uses already. */
  readonly onto: readonly Key[];
  /** The functions that use that list. */
  readonly holders: readonly Key[];
  /** The functions that move to it. Never empty. */
  readonly movers: readonly Key[];
  /** Combinations that are released. */
  readonly saved: Count;
  /** Whether all movers keep their availability zones: ok, or undecided if zones are unknown. */
  readonly coverage: Verdict;
}

/**
 * For each exact set of `attachments`, which are in one VPC, the alignment that certainly saves most and in which no function loses an
 * availability zone. If zones are unknown and no alignment certainly keeps them, the one that may keep them. An attachment of the network
 * whose set is not exact may hold a combination that another one releases.
 * Laws: order never matters; only functions whose subnets are exact move; the saving lies within its bounds in every world that assumption S
 * allows.
 */
export function alignments(
  resolved: ResolvedNetwork,
  attachments: readonly ResolvedAttachment[] = resolved.attachments,
): readonly Alignment[] {
  const found = attachmentsBySet(attachments).flatMap((users) => {
    const [best] = [...movesOf(users, resolved)].sort(bestFirst);
    return best === undefined ? [] : [alignment(users, best)];
  });
  return found.sort(inCanonicalOrder);
}

/** Orders by set. Functions of several providers can have one set: these are ordered by the first user. */
function inCanonicalOrder(left: Alignment, right: Alignment): number {
  const [[leftUser = ""], [rightUser = ""]] = [left.users, right.users];
  return compareKeys(setKey(left.securityGroups), setKey(right.securityGroups)) || compareKeys(leftUser, rightUser);
}

function alignment(users: readonly ResolvedAttachment[], { onto, from, saved, coverage }: Move): Alignment {
  return {
    securityGroups: users[0]?.securityGroups.certain ?? [],
    users: consumers(users),
    onto: onto.subnets,
    holders: consumers(onto.users),
    movers: consumers(from.flatMap((list) => list.users)),
    saved,
    coverage,
  };
}

function consumers(attachments: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(attachments.map(({ consumer }) => consumer));
}
