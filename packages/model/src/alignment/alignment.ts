import type { PossibleAliases } from "../combinations/possible-aliases";
import { byExactSet, countCombinations } from "../combinations/combinations";
import type { Count, Verdict } from "../count/count";
import { sameReadings } from "../count/readings";
import { compareKeys, type Key, keySet } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import { basisOf, exactSet, type ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { isExactSelection, mayStandFor } from "../combinations/selection";
import { bestFirst, keptAnyway, move, type Move, type UsedList } from "./subnet-move";
import { subnetFacts } from "./subnet-facts";

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
  { network, aliases, attachments: all }: ResolvedNetwork,
  attachments: readonly ResolvedAttachment[] = all,
): readonly Alignment[] {
  const facts = subnetFacts(network);
  // That an attachment with unknown ids has another set also depends on assumption S.
  const basis = basisOf(all);
  const found = classesOf(attachments).flatMap((users) => {
    const lists = listsOf(users);
    if (lists.length < 2) return [];
    const kept = keptAnyway(
      users.filter(({ subnets }) => !isExactSelection(subnets)),
      perhapsOfOneSet(users, all, aliases),
      aliases,
    );
    const moves = lists.flatMap((onto) =>
      (["ok", "undecided"] as const).flatMap((coverage) => move({ lists, kept, onto, coverage, facts, aliases, basis }) ?? []),
    );
    const [best] = moves.sort(bestFirst);
    return best === undefined ? [] : [alignment(users, best)];
  });
  return found.sort(inCanonicalOrder);
}

/** Orders by set. Functions of several providers can have one set: these are ordered by the first user. */
function inCanonicalOrder(left: Alignment, right: Alignment): number {
  const [[leftUser = ""], [rightUser = ""]] = [left.users, right.users];
  return compareKeys(setKey(left.securityGroups), setKey(right.securityGroups)) || compareKeys(leftUser, rightUser);
}

/**
 * The most combinations that aligning functions of one set may save, beyond the savings that `alignments` returns for sets whose lists are all
 * exact. Zero if everything is known.
 */
export function mostAlignable(attachments: readonly ResolvedAttachment[]): number {
  const scopes = [...Map.groupBy(attachments, ({ scope }) => scope).values()];
  return scopes.reduce((total, scope) => {
    const inexact = scope.some((attachment) => exactSet(attachment) === undefined);
    const classes = inexact ? [scope] : classesOf(scope).filter((users) => !users.every(({ subnets }) => isExactSelection(subnets)));
    return classes.reduce((sum, users) => sum + beyondTheLongest(users), total);
  }, 0);
}

/** Every alignment of a set leaves at least its longest list. */
function beyondTheLongest(users: readonly ResolvedAttachment[]): number {
  return users.length < 2 ? 0 : countCombinations(sameReadings(users)).max - Math.max(...users.map(({ subnets }) => subnets.least));
}

/** Attachments that certainly share the combinations that they both use: they have one exact set and one provider. */
function classesOf(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  return [...Map.groupBy(attachments, ({ scope }) => scope).values()].flatMap((scope) => [...byExactSet(scope).values()]);
}

function listsOf(users: readonly ResolvedAttachment[]): readonly UsedList[] {
  const exact = users.filter(({ subnets }) => isExactSelection(subnets) && subnets.certain.length > 0);
  const lists = Map.groupBy(exact, ({ subnets }) => setKey(subnets.certain));
  return [...lists.values()].map((having) => ({ subnets: having[0]?.subnets.certain ?? [], users: having }));
}

/** Attachments outside the class that may share combinations with it. */
function perhapsOfOneSet(
  users: readonly ResolvedAttachment[],
  all: readonly ResolvedAttachment[],
  aliases: PossibleAliases,
): readonly ResolvedAttachment[] {
  const [first] = users;
  if (first === undefined) return [];
  const set = aliases.collapsed(first).securityGroups.certain;
  const own = new Set(users.map(({ consumer }) => consumer));
  return all.filter((attachment) => !own.has(attachment.consumer) && mayStandFor(aliases.collapsed(attachment).securityGroups, set));
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
