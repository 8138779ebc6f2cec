import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { Selection } from "../selections/selection";
import type { Key } from "../facts/key";
import { selectionText } from "./changed-attachments";

/**
 * The attachments of `before`, in which an origin that hands out something else afterwards has another name: lists of one origin stand for one set at one
 * moment only.
 */
export function separateOrigins(
  before: readonly ResolvedAttachment[],
  after: readonly ResolvedAttachment[],
): readonly ResolvedAttachment[] {
  const [here, there] = [handedOut(before), handedOut(after)];
  const changed = new Set([...here.keys()].filter((origin) => there.has(origin) && here.get(origin) !== there.get(origin)));
  if (changed.size === 0) return before;
  const renamed = new Map<Selection, Selection>();
  const separated = (selection: Selection): Selection => {
    const { origin } = selection;
    if (origin === undefined || !changed.has(origin)) return selection;
    const own = renamed.get(selection) ?? { ...selection, origin: `${origin} before` };
    renamed.set(selection, own);
    return own;
  };
  return before.map((one) => ({ ...one, subnets: separated(one.subnets), securityGroups: separated(one.securityGroups) }));
}

/** What each origin hands out, as one text. */
function handedOut(attachments: readonly ResolvedAttachment[]): ReadonlyMap<Key, string> {
  const texts = new Map<Key, Set<string>>();
  for (const [kind, selection] of attachments.flatMap((one) => [
    ["subnets", one.subnets] as const,
    ["groups", one.securityGroups] as const,
  ])) {
    if (selection.origin === undefined) continue;
    const own = texts.get(selection.origin) ?? new Set();
    texts.set(selection.origin, own.add(`${kind} ${selectionText(selection)}`));
  }
  return new Map([...texts].map(([origin, own]) => [origin, [...own].sort().join("\n")]));
}
