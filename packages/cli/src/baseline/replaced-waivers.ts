import { smallest } from "@lambda-vpc/model";
import type { Waiver } from "@lambda-vpc/policy-kit";

/** An entry of a configuration that is a waiver, whatever else it holds. */
export type Entry = Pick<Waiver, "policy" | "subject" | "kind" | "verdict" | "stacks" | "pattern">;

/** What new waivers replace. */
export interface Replaced {
  /** The earlier waivers that a new one replaces. */
  readonly replaced: ReadonlySet<Entry>;
  /** The new waivers that replace one. */
  readonly renewing: ReadonlySet<Entry>;
}

/**
 * Which of `earlier` the waivers `made` replace: those of the same policy, kind and stacks for the same things, or for some of them. Law: the result is
 * that of comparing each with each. It compares only waivers of which one can contain what the other is about, so that many cost no more each.
 */
export function replacedWaivers(made: readonly Entry[], earlier: readonly Entry[]): Replaced {
  const index = new WaiverIndex(earlier.filter(({ pattern }) => pattern === undefined));
  const [replaced, renewing] = [new Set<Entry>(), new Set<Entry>()];
  for (const waiver of made)
    for (const one of index.about(waiver))
      if (replaces(waiver, one)) {
        replaced.add(one);
        renewing.add(waiver);
      }
  return { replaced, renewing };
}

/** The things that a waiver is about. */
export function subjectsOf({ subject = [] }: Entry): readonly string[] {
  return typeof subject === "string" ? [subject] : subject;
}

/** Waivers, found by what they are about. Many are about one VPC and each about another group: the thing with the fewest waivers finds them. */
class WaiverIndex {
  private readonly byThing = new Map<string, Entry[]>();
  private readonly byRarestThing = new Map<string, Entry[]>();

  constructor(waivers: readonly Entry[]) {
    for (const waiver of waivers) for (const place of placesOf(waiver, waiver.stacks)) add(this.byThing, place, waiver);
    for (const waiver of waivers) {
      const [anything = "", ...things] = placesOf(waiver, waiver.stacks);
      add(this.byRarestThing, this.rarest(things) ?? anything, waiver);
    }
  }

  /** The waivers that may be about everything that `made` is about, or about a part of it. */
  about(made: Entry): ReadonlySet<Entry> {
    const found = new Set<Entry>();
    for (const [anything = "", ...things] of [placesOf(made, made.stacks ?? []), placesOf(made, undefined)]) {
      for (const one of this.byThing.get(this.rarest(things) ?? anything) ?? []) found.add(one);
      for (const place of [anything, ...things]) for (const one of this.byRarestThing.get(place) ?? []) found.add(one);
    }
    return found;
  }

  private rarest(places: readonly string[]): string | undefined {
    const numbers = places.map((place) => this.byThing.get(place)?.length ?? 0);
    return places[numbers.indexOf(smallest(numbers))];
  }
}

/** The places of a waiver in the index: that of all waivers of its policy, kind and stacks, then those of its things. */
function placesOf(waiver: Entry, stacks: readonly string[] | undefined): readonly string[] {
  // An entry of an earlier version has no stacks, and its URN states the stack. Its kind does not matter.
  const common = stacks === undefined ? [waiver.policy] : [waiver.policy, waiver.kind ?? "", stackText(stacks)];
  return [JSON.stringify(common), ...subjectsOf(waiver).map((thing) => JSON.stringify([...common, { thing }]))];
}

function stackText(stacks: readonly string[]): string {
  return [...stacks].sort().join();
}

function add(index: Map<string, Entry[]>, place: string, waiver: Entry): void {
  const others = index.get(place);
  if (others === undefined) index.set(place, [waiver]);
  else others.push(waiver);
}

/** Whether a new waiver is about what an earlier one is about. */
function replaces(made: Entry, earlier: Entry): boolean {
  if (made.policy !== earlier.policy) return false;
  const [one, other] = [subjectsOf(made), subjectsOf(earlier)];
  const isSameKind = made.kind === earlier.kind || earlier.stacks === undefined;
  // A waiver of a violation tolerates every verdict. One of another verdict leaves the others alone.
  const isAsBad = made.verdict === "violation" || made.verdict === earlier.verdict || earlier.verdict === undefined;
  const isSameStack = earlier.stacks === undefined || stackText(made.stacks ?? []) === stackText(earlier.stacks);
  return isSameKind && isAsBad && isSameStack && (isPart(one, other) || isPart(other, one));
}

function isPart(part: readonly string[], whole: readonly string[]): boolean {
  const all = new Set(whole);
  return part.every((thing) => all.has(thing));
}
