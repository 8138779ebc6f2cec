import { resourceName } from "@lambda-vpc/model";
import { linesText } from "./expectations";
import type { Line } from "./run-policy";

/**
 * Compares the lines of a rerun (`now`) with those of the row (`before`): the difference, or undefined if they agree. No lines mean that the rule is kept.
 * For a policy that is `neverUndecided` they may also mean that it cannot decide.
 */
export type Agreement = (before: readonly Line[], now: readonly Line[], neverUndecided: boolean) => string | undefined;

/** Identical lines. */
export const sameLines: Agreement = (before, now) =>
  same(before, now, (line) => JSON.stringify([line.verdict, line.about, line.level, line.message]));

/** Identical diagnostics of a mandatory policy, as the engine receives them. */
export const sameDiagnostics: Agreement = (before, now) =>
  same(before, now, ({ about, level = "mandatory", message }) => JSON.stringify([about, level, message]));

/** The same verdicts about resources with the same names. */
export const sameVerdicts: Agreement = (before, now) =>
  same(before, now, ({ verdict, about }) => `${verdict} ${about === undefined ? "" : resourceName(about)}`);

/** No lines, whatever there was before. */
export const noLines: Agreement = (_, now) => (now.length === 0 ? undefined : `it finds ${linesText(now)}\n  instead of nothing`);

/** Any lines. */
export const anything: Agreement = () => undefined;

/**
 * The same verdict, or undecided. A violation stays a violation wherever it can be decided; an undecided finding may be decided with more knowledge, and
 * only then. A warning is about a rule that is kept, so it may appear and disappear with the bounds.
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

/** The certain violations, internal errors and mistakes in the configuration. */
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
