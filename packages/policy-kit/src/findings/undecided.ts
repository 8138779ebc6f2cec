import { compareKeys, counted, displayNames, type Key, isManaged, keySet, uncertainties, type Uncertainty } from "@lambda-vpc/model";
import type { Undecided } from "./finding";
import { measured } from "./measure";
import { formatReport } from "./report-text";

/** One report for each cause, so that a stack with many unknowns gets few reports. */
export interface UndecidedLine {
  readonly subject: Key;
  readonly message: string;
}

/** Of the subjects of a cause with a topic, those that no other policy has reported. */
type Unreported = (cause: Uncertainty, subjects: readonly Key[]) => readonly Key[];

/**
 * Groups ordered findings by cause: the first three, how many more, the consumers, the reason, and the fix. Findings without a cause are
 * reported too: nothing undecided is silent. Expected findings of a cause with a topic are one line about its subjects, without those that are
 * reported already.
 */
export function undecidedLines(
  findings: readonly Undecided[],
  unreported: Unreported = (_, subjects) => subjects,
): readonly UndecidedLine[] {
  const causes = [...new Set(findings.flatMap(({ causes }) => [...causes.keys()]))].sort(compareKeys);
  return [
    ...causes.flatMap((cause) => {
      const { topic } = uncertainties[cause];
      const concerned = findings.filter(({ causes }) => causes.has(cause));
      const expected = concerned.filter((finding) => topic !== undefined && finding.expected === true);
      const others = concerned.filter((finding) => !expected.includes(finding));
      const subjects = unreported(cause, subjectsOf(cause, expected));
      return [
        ...reported(others, () => line(cause, others)),
        ...(subjects.length === 0 ? [] : reported(expected, () => topicLine(cause, subjects))),
      ];
    }),
    ...reported(
      findings.filter(({ causes }) => causes.size === 0),
      (some) => line(undefined, some),
    ),
  ];
}

/** One line about the first of the findings; none if there is none. */
function reported(findings: readonly Undecided[], text: (findings: readonly Undecided[]) => string): readonly UndecidedLine[] {
  const [first] = findings;
  return first === undefined ? [] : [{ subject: first.subject, message: text(findings) }];
}

function line(cause: Uncertainty | undefined, findings: readonly Undecided[]): string {
  const shown = findings.slice(0, 3).map(measured);
  const more = findings.length > 3 ? [`${findings.length - 3} more like these`] : [];
  const shownFindings = [...shown, ...more];
  if (cause === undefined) return formatReport({ kind: "undecided", findings: shownFindings });
  const consumers = subjectsOf(cause, findings);
  const concerned = `${counted(consumers.length, consumers.some(isNoFunction) ? "resource" : "function")} (${displayNames(consumers)})`;
  const { why, fix } = uncertainties[cause];
  return formatReport({ kind: "undecided", findings: shownFindings, resolution: { why: `for ${concerned}, ${why}`, fix } });
}

function isNoFunction(key: Key): boolean {
  return isManaged(key) && !/:Function::[^:]*$/.test(key);
}

function topicLine(cause: Uncertainty, subjects: readonly Key[]): string {
  const { topic, why, fix } = uncertainties[cause];
  const unknown = `${topic?.unknown ?? ""} ${counted(subjects.length, topic?.noun ?? "resource")} (${displayNames(subjects)})`;
  return formatReport({ kind: "undecided", findings: [unknown], resolution: { why, fix } });
}

function subjectsOf(cause: Uncertainty, findings: readonly Undecided[]): readonly Key[] {
  return keySet(findings.flatMap(({ causes }) => causes.get(cause) ?? []));
}
