import { compareKeys, counted, displayNames, type Key, isManaged, keySet, uncertainties, type Uncertainty } from "@lambda-vpc/model";
import type { Undecided } from "./finding";
import { measured } from "./measure";
import { formatReport } from "./report-text";

/** One line a cause, so that a stack full of unknowns does not drown its user. */
export interface UndecidedLine {
  readonly subject: Key;
  readonly message: string;
}

/**
 * Gathers ordered findings by cause: how many, the first three, whom it concerns, why, and how to fix it. Those without a cause are
 * said all the same: what is undecided is never silent.
 */
export function undecidedLines(findings: readonly Undecided[]): readonly UndecidedLine[] {
  const causes = [...new Set(findings.flatMap(({ causes }) => [...causes.keys()]))].sort(compareKeys);
  return [...causes, undefined].flatMap((cause) => {
    const concerned = findings.filter(({ causes }) => (cause === undefined ? causes.size === 0 : causes.has(cause)));
    const [first] = concerned;
    return first === undefined ? [] : [{ subject: first.subject, message: line(cause, concerned) }];
  });
}

function line(cause: Uncertainty | undefined, findings: readonly Undecided[]): string {
  const shown = findings.slice(0, 3).map(measured);
  const more = findings.length > 3 ? [`${findings.length - 3} more like these`] : [];
  const shownFindings = [...shown, ...more];
  if (cause === undefined) return formatReport({ kind: "undecided", findings: shownFindings });
  const consumers = keySet(findings.flatMap(({ causes }) => causes.get(cause) ?? []));
  const concerned = `${counted(consumers.length, consumers.some(isNoFunction) ? "resource" : "function")} (${displayNames(consumers)})`;
  const { why, fix } = uncertainties[cause];
  return formatReport({ kind: "undecided", findings: shownFindings, resolution: { why: `for ${concerned}, ${why}`, fix } });
}

function isNoFunction(key: Key): boolean {
  return isManaged(key) && !/:Function::[^:]*$/.test(key);
}
