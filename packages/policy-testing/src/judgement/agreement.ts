import { displayName } from "@lambda-vpc/model";
import { linesText } from "./expectations";
import type { Line } from "./judge";

/** What is wrong where a rerun printed `now` and the row itself `before`; undefined where they agree. Silence is content; of a policy that is `neverUndecided` it may also mean that it does not know. */
export type Agreement = (before: readonly Line[], now: readonly Line[], neverUndecided: boolean) => string | undefined;

/** The very same lines. */
export const sameLines: Agreement = (before, now) =>
  same(before, now, (line) => JSON.stringify([line.verdict, line.about, line.level, line.message]));

/** The very same lines, as the engine is told them of a policy that is mandatory. */
export const sameDiagnostics: Agreement = (before, now) =>
  same(before, now, ({ about, level = "mandatory", message }) => JSON.stringify([about, level, message]));

/** The same verdicts about resources of the same names. */
export const sameVerdicts: Agreement = (before, now) =>
  same(before, now, ({ verdict, about }) => `${verdict} ${about === undefined ? "" : displayName(about)}`);

/** Nothing at all, whatever it was before. */
export const silence: Agreement = (_, now) => (now.length === 0 ? undefined : `it finds ${linesText(now)}\n  instead of nothing`);

/** Whatever it is. */
export const anything: Agreement = () => undefined;

/**
 * The same verdict, or undecided. What is broken stays broken wherever it can be decided; what is undecided may be settled by knowing more, and only
 * so. A warning is about a rule that is kept: it may come and go with the bounds.
 */
export function verdictsKnowing(knowledge: "more" | "less"): Agreement {
  return (before, now, neverUndecided) => {
    const open = isUndecided(now);
    const settles = knowledge === "more" && (isUndecided(before) || (neverUndecided && violated(before).size === 0));
    const invented = [...violated(now)].some((subject) => !violated(before).has(subject));
    const lost = [...violated(before)].some((subject) => !violated(now).has(subject));
    if (invented && !settles) return difference(before, now);
    if (lost && !open && !(neverUndecided && knowledge === "less")) return difference(before, now);
    return knowledge === "less" && isUndecided(before) && !open ? difference(before, now) : undefined;
  };
}

function isUndecided(lines: readonly Line[]): boolean {
  return lines.some(({ verdict }) => verdict === "undecided");
}

/** What is broken for certain; a policy's own faults and mistakes of a configuration count too. */
function violated(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ verdict, about = "" }) => (verdict === "warning" || verdict === "undecided" ? [] : [`${verdict} ${about}`])),
  );
}

function same(before: readonly Line[], now: readonly Line[], text: (line: Line) => string): string | undefined {
  return before.map(text).sort().join("\n") === now.map(text).sort().join("\n") ? undefined : difference(before, now);
}

function difference(before: readonly Line[], now: readonly Line[]): string {
  return `it finds ${linesText(now)}\n  instead of ${linesText(before)}`;
}
