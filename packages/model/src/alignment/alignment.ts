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
 * Functions of one exact set share where their subnets overlap, and hold a combination in each subnet that any of them uses. Aligned, some
 * move onto the list of another:
 *
 *               a     b     c     d
 *     orders    ●     ●                       orders' list is kept
 *     users           ●     ●                 users moves: c goes
 *     reports                     ●           reports moves: d goes            saved: {c, d}, what only those who move use
 */

/** One way to give functions of one set one list of subnets. */
export interface Alignment {
  readonly securityGroups: readonly Key[];
  /** Everyone who surely uses the set. */
  readonly users: readonly Key[];
  /** The list to keep: one that a function of the set uses already. */
  readonly onto: readonly Key[];
  /** Who uses that list. */
  readonly holders: readonly Key[];
  /** Who moves to it; never empty. */
  readonly movers: readonly Key[];
  /** Combinations that go away. */
  readonly saved: Count;
  /** Whether all who move keep their availability zones: ok or, where zones are unknown, undecided. */
  readonly coverage: Verdict;
}

/**
 * For each exact set of `attachments`, which are in one VPC, the alignment that surely saves most without a function losing availability
 * zones; where zones are unknown and none surely keeps them, the one that perhaps does. One of the whole network
 * whose set is not exact may turn out to hold what another gives up.
 * Laws: order never matters; only functions whose subnets are exact move; what is saved lies within its bounds in every world that
 * assumption S allows.
 */
export function alignments(
  { network, aliases, attachments: all }: ResolvedNetwork,
  attachments: readonly ResolvedAttachment[] = all,
): readonly Alignment[] {
  const facts = subnetFacts(network);
  // That an attachment with unknown ids is of another set rests on assumption S too.
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

/** By set, and within a set, which functions of several providers have, by its first user. */
function inCanonicalOrder(left: Alignment, right: Alignment): number {
  const [[leftUser = ""], [rightUser = ""]] = [left.users, right.users];
  return compareKeys(setKey(left.securityGroups), setKey(right.securityGroups)) || compareKeys(leftUser, rightUser);
}

/**
 * The most combinations that aligning functions of one set may save, beyond what `alignments` says of sets whose lists are all exact. Zero
 * where everything shows.
 */
export function mostAlignable(attachments: readonly ResolvedAttachment[]): number {
  const scopes = [...Map.groupBy(attachments, ({ scope }) => scope).values()];
  return scopes.reduce((total, scope) => {
    const inexact = scope.some((attachment) => exactSet(attachment) === undefined);
    const classes = inexact ? [scope] : classesOf(scope).filter((users) => !users.every(({ subnets }) => isExactSelection(subnets)));
    return classes.reduce((sum, users) => sum + beyondTheLongest(users), total);
  }, 0);
}

/** However functions of one set are aligned, its longest list remains. */
function beyondTheLongest(users: readonly ResolvedAttachment[]): number {
  return users.length < 2 ? 0 : countCombinations(sameReadings(users)).max - Math.max(...users.map(({ subnets }) => subnets.least));
}

/** Attachments that surely share what they both use: one exact set, one provider. */
function classesOf(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  return [...Map.groupBy(attachments, ({ scope }) => scope).values()].flatMap((scope) => [...byExactSet(scope).values()]);
}

function listsOf(users: readonly ResolvedAttachment[]): readonly UsedList[] {
  const exact = users.filter(({ subnets }) => isExactSelection(subnets) && subnets.certain.length > 0);
  const lists = Map.groupBy(exact, ({ subnets }) => setKey(subnets.certain));
  return [...lists.values()].map((having) => ({ subnets: having[0]?.subnets.certain ?? [], users: having }));
}

/** Attachments outside the class that may turn out to share with it. */
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
