import { countCombinations } from "../combinations/combinations";
import { exactSet, type ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { isExactSelection } from "../selections/selection";
import { sameReadings } from "../count/readings";
import { type Key, keySet } from "../facts/key";
import { areAligned, attachmentsBySet, movesOf } from "./set-moves";
import { subnetFacts } from "./subnet-facts";
import { countZones } from "./zone-count";
import { largest, smallest } from "../count/extremes";

/** The most that aligning functions may save, whatever is unknown turns out to be. */
export interface PossibleSaving {
  /** Functions of one set. All functions of a provider if some of their sets are unknown. */
  readonly users: readonly Key[];
  /** In combinations. It includes what `alignments` returns for these functions. */
  readonly most: number;
  /** The functions that move for it although their availability zones are unknown. */
  readonly zoneless: readonly Key[];
}

/**
 * What aligning the functions of each set may save at most. Sets that save nothing are omitted. Functions of one shared configuration are aligned
 * by construction.
 * Law: in every world that assumption S allows, no moves of functions onto a list of their set, without losing a zone, save more in total.
 */
export function possibleSavings(
  resolved: ResolvedNetwork,
  attachments: readonly ResolvedAttachment[] = resolved.attachments,
): readonly PossibleSaving[] {
  const scopes = [...Map.groupBy(attachments, ({ scope }) => scope).values()];
  const classes = scopes.flatMap((scope) => (scope.every((one) => exactSet(one) !== undefined) ? attachmentsBySet(scope) : [scope]));
  return classes.map((users) => savingOf(users, resolved)).filter(({ most }) => most > 0);
}

function savingOf(users: readonly ResolvedAttachment[], resolved: ResolvedNetwork): PossibleSaving {
  const names = keySet(users.map(({ consumer }) => consumer));
  if (users.every((one) => exactSet(one) !== undefined && isExactSelection(one.subnets))) {
    const moves = movesOf(users, resolved);
    const most = largest(
      moves.map(({ saved }) => saved.max),
      0,
    );
    const decided = moves.some(({ coverage, saved }) => coverage === "ok" && saved.max === most);
    const movers = moves.filter(({ saved }) => saved.max === most).flatMap(({ from }) => from.flatMap((list) => list.users));
    return { users: names, most, zoneless: decided ? [] : keySet(movers.map(({ consumer }) => consumer)) };
  }
  const most = areAligned(users) ? 0 : countCombinations(sameReadings(users)).max - leastAfterAligning(users, resolved);
  return { users: names, most, zoneless: [] };
}

/**
 * The fewest combinations that remain, whichever functions of `users` move onto whichever of their lists. Each set keeps at least the shortest
 * list. A function that moves keeps its number of zones, and never moves from several subnets to one. Known sets never share what remains.
 */
function leastAfterAligning(users: readonly ResolvedAttachment[], { network, aliases }: ResolvedNetwork): number {
  const facts = subnetFacts(network);
  const sized = new Map(users.map((one) => [aliases.collapsed(one), countZones(one.subnets, facts).min]));
  const shortest = smallest([...sized.keys()].map(({ subnets }) => subnets.least).filter((least) => least > 0));
  const leastOf = (one: ResolvedAttachment): number => Math.min(one.subnets.least, Math.max(2, shortest, sized.get(one) ?? 0));
  const leastOfAll = (some: readonly ResolvedAttachment[]): number => largest(some.map(leastOf), 0);
  const known = attachmentsBySet([...sized.keys()]);
  return Math.max(
    leastOfAll([...sized.keys()]),
    known.reduce((sum, some) => sum + leastOfAll(some), 0),
  );
}
