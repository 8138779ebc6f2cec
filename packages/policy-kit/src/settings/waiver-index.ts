import type { Key } from "@lambda-vpc/model";
import { withoutStack } from "./stack-name";
import { aboutOf, subjectsOf, type Waivable, type Waiver } from "./waiver";

/** The waivers of one policy, by their places in the configuration. */
interface OfPolicy {
  readonly all: Waiver[];
  /** Those with a literal subject, by the subject without its stack. */
  readonly bySubject: Map<string, number[]>;
  /** Those whose pattern ends with a literal name, by the name. */
  readonly byName: Map<string, number[]>;
  /** Those with any other pattern. */
  readonly others: number[];
}

/**
 * Waivers found by what they may be about. A configuration can have 100,000 of them, and each finding is compared with a few.
 *
 * Law: every waiver that `touches` a finding is near it, in the order of the configuration.
 */
export class WaiverIndex {
  private readonly byPolicy = new Map<string, OfPolicy>();

  constructor(waivers: Iterable<Waiver>) {
    for (const waiver of waivers) add(waiver, this.of(waiver.policy));
  }

  /** All waivers of a policy. */
  ofPolicy(policy: string): readonly Waiver[] {
    return this.byPolicy.get(policy)?.all ?? [];
  }

  /** The waivers that may be about a finding, or about a part of it. */
  near({ policy, finding }: Waivable): readonly Waiver[] {
    const own = this.byPolicy.get(policy);
    if (own === undefined) return [];
    const keys = [finding.subject, ...aboutOf(finding)];
    const places = new Set([
      ...keys.flatMap((key) => own.bySubject.get(withoutStack(key)) ?? []),
      ...keys.flatMap((key) => own.byName.get(lastPart(key)) ?? []),
      ...own.others,
    ]);
    return [...places].sort((one, other) => one - other).flatMap((place) => own.all[place] ?? []);
  }

  private of(policy: string): OfPolicy {
    const own = this.byPolicy.get(policy) ?? { all: [], bySubject: new Map(), byName: new Map(), others: [] };
    this.byPolicy.set(policy, own);
    return own;
  }
}

function add(waiver: Waiver, { all, bySubject, byName, others }: OfPolicy): void {
  const place = all.push(waiver) - 1;
  for (const subject of subjectsOf(waiver)) push(bySubject, withoutStack(subject), place);
  if (waiver.pattern === undefined) return;
  const end = waiver.pattern.slice(waiver.pattern.lastIndexOf("*") + 1);
  if (end.includes(SEPARATOR)) push(byName, lastPart(end), place);
  else others.push(place);
}

function push(places: Map<string, number[]>, name: string, place: number): void {
  const known = places.get(name);
  if (known === undefined) places.set(name, [place]);
  else known.push(place);
}

const SEPARATOR = "::";

/** What follows the last separator of a URN, or of the end of a pattern: a key that the pattern matches ends alike. */
function lastPart(text: Key): string {
  const at = text.lastIndexOf(SEPARATOR);
  return at < 0 ? text : text.slice(at + SEPARATOR.length);
}
