import { AlikeKeys } from "./alike";
import { byExactSet, countCombinations } from "./combinations";
import { type Basis, between, type Count, type Verdict } from "./count";
import { compareKeys, type Key, keySet } from "./key";
import type { Network } from "./network";
import { basisOf, exactSet, type ResolvedAttachment, setKey } from "./resolved-attachment";
import { isExactSelection, type Selection } from "./selection";
import { keepsCoverage, type SubnetFacts } from "./zone-coverage";

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
 * zones; where zones are unknown and none surely keeps them, the one that perhaps does. `all` are the attachments of the network: one
 * whose set is not exact may turn out to hold what another gives up.
 * Laws: only functions whose subnets are exact move; what is saved lies within its bounds in every world that assumption S allows.
 */
export function alignments(
  network: Network,
  attachments: readonly ResolvedAttachment[],
  all: readonly ResolvedAttachment[] = attachments,
): readonly Alignment[] {
  const facts: SubnetFacts = new Map(network.subnets.map((subnet) => [subnet.key, subnet]));
  const alike = new AlikeKeys(network.alike ?? []);
  // That an attachment with unknown ids is of another set rests on assumption S too.
  const basis = basisOf(all);
  return classesOf(attachments).flatMap((users) => {
    const lists = distinctLists(users);
    if (lists.length < 2) return [];
    const others = perhapsOfOneSet(users, all, alike);
    const possible = lists.flatMap((onto) =>
      (["ok", "undecided"] as const).flatMap((coverage) => align({ users, others, onto, coverage, facts, alike, basis }) ?? []),
    );
    return possible.sort(bestFirst).slice(0, 1);
  });
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
  return users.length < 2 ? 0 : countCombinations(users).max - Math.max(...users.map(({ subnets }) => subnets.least));
}

/** Attachments that surely share what they both use: one exact set, one provider. */
function classesOf(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  return [...Map.groupBy(attachments, ({ scope }) => scope).values()].flatMap((scope) => [...byExactSet(scope).values()]);
}

function distinctLists(users: readonly ResolvedAttachment[]): readonly (readonly Key[])[] {
  const exact = users.filter(({ subnets }) => isExactSelection(subnets) && subnets.certain.length > 0);
  return [...new Map(exact.map(({ subnets }) => [setKey(subnets.certain), subnets.certain])).values()];
}

/** Attachments outside the class that may turn out to share with it. */
function perhapsOfOneSet(
  users: readonly ResolvedAttachment[],
  all: readonly ResolvedAttachment[],
  alike: AlikeKeys,
): readonly ResolvedAttachment[] {
  const [first] = users;
  if (first === undefined) return [];
  const set = alike.asOne(first).securityGroups.certain;
  const own = new Set(users.map(({ consumer }) => consumer));
  return all.filter((attachment) => !own.has(attachment.consumer) && mayBe(alike.asOne(attachment).securityGroups, set));
}

function mayBe({ certain, possible, open, least, most }: Selection, set: readonly Key[]): boolean {
  if (!certain.every((key) => set.includes(key)) || (!open && !set.every((key) => possible.includes(key)))) return false;
  return least <= set.length && set.length <= most;
}

interface Move {
  readonly users: readonly ResolvedAttachment[];
  readonly others: readonly ResolvedAttachment[];
  readonly onto: readonly Key[];
  /** `undecided`: also those move whose zones perhaps suffer. */
  readonly coverage: "ok" | "undecided";
  readonly facts: SubnetFacts;
  readonly alike: AlikeKeys;
  readonly basis: Basis;
}

function align({ users, others, onto, coverage, facts, alike, basis }: Move): Alignment | undefined {
  const verdictOf = ({ subnets }: ResolvedAttachment): Verdict =>
    isExactSelection(subnets) ? keepsCoverage(subnets.certain, onto, facts) : "violation";
  const movable = users.filter((user) => verdictOf(user) === "ok" || verdictOf(user) === coverage);
  const kept = new Set([...onto, ...users.filter((user) => !movable.includes(user)).flatMap(({ subnets }) => subnets.certain)]);
  const movers = movable.filter(({ subnets }) => !subnets.certain.every((subnet) => kept.has(subnet)));
  const [first] = movers;
  if (first === undefined) return undefined;
  const stayers = users.filter((user) => !movers.includes(user));
  return {
    securityGroups: first.securityGroups.certain,
    users: consumers(users),
    onto,
    holders: consumers(stayers.filter(({ subnets }) => isExactSelection(subnets) && setKey(subnets.certain) === setKey(onto))),
    movers: consumers(movers),
    saved: saved(movers, stayers, others, alike, basis),
    coverage: movers.every((mover) => verdictOf(mover) === "ok") ? "ok" : "undecided",
  };
}

/** What only the movers use: subnets that nobody else of the set holds. Those who have the list that is kept are among the stayers. */
function saved(
  movers: readonly ResolvedAttachment[],
  stayers: readonly ResolvedAttachment[],
  others: readonly ResolvedAttachment[],
  alike: AlikeKeys,
  basis: Basis,
): Count {
  const used = keySet(movers.flatMap(({ subnets }) => subnets.certain));
  const without = (held: readonly ResolvedAttachment[], part: "certain" | "likely" | "possible"): number => {
    const subnets = new Set(held.flatMap((attachment) => attachment.subnets[part]));
    return used.filter((subnet) => !subnets.has(subnet)).length;
  };
  const everybody = [...stayers, ...others];
  const open = everybody.some(({ subnets }) => subnets.open);
  const asOne = new Set(everybody.flatMap(({ subnets }) => subnets.possible.map((subnet) => alike.standIn(subnet))));
  const least = keySet(used.map((subnet) => alike.standIn(subnet))).filter((subnet) => !asOne.has(subnet)).length;
  return between(open ? 0 : least, without(stayers, "likely"), without(stayers, "certain"), basis);
}

/** What surely saves first, then what saves most, moves fewest, and comes first by name. */
function bestFirst(a: Alignment, b: Alignment): number {
  const sure = ({ saved: { min }, coverage }: Alignment): number => (coverage === "ok" ? min : 0);
  return (
    sure(b) - sure(a) ||
    b.saved.max - a.saved.max ||
    compareKeys(a.coverage, b.coverage) ||
    a.movers.length - b.movers.length ||
    compareKeys(setKey(a.onto), setKey(b.onto))
  );
}

function consumers(attachments: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(attachments.map(({ consumer }) => consumer));
}
