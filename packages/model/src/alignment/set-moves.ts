import { byExactSet } from "../combinations/combinations";
import type { PossibleAliases } from "../combinations/possible-aliases";
import { setKey } from "../facts/security-group-set";
import { basisOf, type ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { isExactSelection, mayStandFor } from "../selections/selection";
import { subnetFacts } from "./subnet-facts";
import { keptAnyway, move, type Move, type UsedList } from "./subnet-move";

/** Attachments that certainly share the combinations that they both use: they have one exact set and one provider. */
export function attachmentsBySet(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  return [...Map.groupBy(attachments, ({ scope }) => scope).values()].flatMap((scope) => [...byExactSet(scope).values()]);
}

/** Whether all attachments have the same subnets: one exact list, or lists of one origin, whatever these turn out to be. */
export function areAligned(attachments: readonly ResolvedAttachment[]): boolean {
  const lists = attachments.map((one) => (isExactSelection(one.subnets) ? setKey(one.subnets.certain) : (one.subnets.origin ?? one)));
  return new Set(lists).size < 2;
}

/** For each list of `users`, which have one set, the moves onto it: those that certainly keep every zone, and those that may keep them. */
export function movesOf(users: readonly ResolvedAttachment[], { network, aliases, attachments: all }: ResolvedNetwork): readonly Move[] {
  const lists = listsOf(users);
  if (lists.length < 2) return [];
  const facts = subnetFacts(network);
  // That an attachment with unknown ids has another set also depends on assumption S.
  const basis = basisOf(all);
  const kept = keptAnyway(
    users.filter(({ subnets }) => !isExactSelection(subnets)),
    perhapsOfOneSet(users, all, aliases),
    aliases,
  );
  return lists.flatMap((onto) =>
    (["ok", "undecided"] as const).flatMap((coverage) => move({ lists, kept, onto, coverage, facts, aliases, basis }) ?? []),
  );
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
