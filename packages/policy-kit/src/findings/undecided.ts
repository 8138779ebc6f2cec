import { compareKeys, counted, displayNames, type Key, isManaged, keySet, uncertainties, type Uncertainty } from "@lambda-vpc/model";
import type { Undecided } from "./finding";
import { measured } from "./measure";
import { formatReport } from "./report-text";

/** One report for each cause, so that a stack with many unknowns gets few reports. */
export interface UndecidedLine {
  readonly subject: Key;
  readonly message: string;
}

/**
 * Groups ordered findings by cause: the first three, how many more, the consumers, the reason, and the fix. Findings without a cause are
 * reported too: nothing undecided is silent.
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
