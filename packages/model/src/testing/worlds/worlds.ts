import type { Network } from "../../facts/network";
import type { PartialList } from "../../facts/partial-list";

/*
 * The oracle: every way a small network may turn out, by naive loops. It is written from the design (a list stands for sets, as assumption S
 * defines) and shares only the type of its input with the counting that it checks.
 */

/** What one consumer turns out to use. */
export interface Use {
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
}

/** One way the network may turn out: a use for each attachment, in the network's order. */
export type World = readonly Use[];

/** Whether unknown ids are ids of what the property depends on (assumption S), or of anything at all. */
export type Assumption = "dependencies" | "none";

const MOST_SUBNETS = 16;
const MOST_GROUPS = 5;

/** Every world of `network`; their number grows with the product of all lists. */
export function worldsOf(network: Network, assumption: Assumption = "dependencies"): readonly World[] {
  let worlds: World[] = [[]];
  for (const uses of usesOf(network, assumption)) worlds = worlds.flatMap((world) => uses.map((use) => [...world, use]));
  return assumption === "none" ? worlds : worlds.filter((world) => keepsOrigins(network, world));
}

/** Lists of one origin turn out the same. */
function keepsOrigins({ attachments }: Network, world: World): boolean {
  const seen = new Map<string, string>();
  for (const [index, { subnets, securityGroups }] of attachments.entries())
    for (const [origin, names] of [
      [subnets.origin && `subnets of ${subnets.origin}`, world[index]?.subnets ?? []],
      [securityGroups.origin && `groups of ${securityGroups.origin}`, world[index]?.groups ?? []],
    ] as const) {
      if (origin === undefined) continue;
      const text = [...names].sort().join(" ");
      if ((seen.get(origin) ?? text) !== text) return false;
      seen.set(origin, text);
    }
  return true;
}

/** How many worlds there are, without making them. */
export function numberOfWorlds(network: Network, assumption: Assumption = "dependencies"): number {
  return usesOf(network, assumption).reduce((product, uses) => product * uses.length, 1);
}

function usesOf(network: Network, assumption: Assumption): readonly (readonly Use[])[] {
  const subnets = namesIn([...network.attachments.map((a) => a.subnets)], "subnet");
  const groups = namesIn([...network.attachments.map((a) => a.securityGroups)], "group");
  return network.attachments.map((attachment) => {
    const uses: Use[] = [];
    for (const some of readingsOf(attachment.subnets, subnets, MOST_SUBNETS, assumption))
      for (const others of readingsOf(attachment.securityGroups, groups, MOST_GROUPS, assumption))
        uses.push({ subnets: some, groups: others });
    return uses;
  });
}

/** Every name in `lists`, and two that none of them names. */
function namesIn(lists: readonly PartialList[], kind: string): string[] {
  const names = [`outside ${kind} 1`, `outside ${kind} 2`];
  for (const list of lists)
    for (const name of [...list.known, ...list.candidates, ...(list.oneOf ?? []).flat()]) if (!names.includes(name)) names.push(name);
  return names;
}

/** Every set that a list may turn out to name. `anything` are all names there are, `limit` the most that AWS takes. */
function readingsOf(list: PartialList, anything: readonly string[], limit: number, assumption: Assumption): string[][] {
  const known: string[] = [];
  for (const name of list.known) if (!known.includes(name)) known.push(name);
  if (list.holes === 0) return [known];

  const candidates: string[] = [];
  for (const name of list.candidates) if (!known.includes(name) && !candidates.includes(name)) candidates.push(name);
  const rest = anything.filter((name) => !known.includes(name));
  const holes = list.holes === "unknown" ? limit : list.holes;

  if (assumption === "none") return subsets(rest).map((some) => [...known, ...some]);
  const handedOut: string[][] = [];
  if (list.opaque === undefined && holes !== candidates.length)
    for (const one of list.oneOf ?? []) {
      const others = one.filter((name, index) => !known.includes(name) && one.indexOf(name) === index);
      if (list.holes === "unknown" && others.length > 0) handedOut.push(others);
      if (list.holes !== "unknown") for (const some of subsets(others)) if (some.length === holes) handedOut.push([...known, ...some]);
    }
  if (handedOut.length > 0) return handedOut;

  const opaque = list.opaque !== undefined || candidates.length === 0 || (list.holes !== "unknown" && holes > candidates.length);
  if (opaque) {
    const longest = Math.max(known.length, Math.min(limit, known.length + holes));
    return subsets(rest)
      .map((some) => [...known, ...some])
      .filter((set) => set.length >= 1 && set.length <= longest);
  }
  if (list.holes === "unknown") return subsets(candidates).filter((some) => some.length >= 1 && some.length <= limit);
  return subsets(candidates)
    .filter((some) => some.length === holes)
    .map((some) => [...known, ...some]);
}

function subsets(names: readonly string[]): string[][] {
  let all: string[][] = [[]];
  for (const name of names) all = [...all, ...all.map((some) => [...some, name])];
  return all;
}
