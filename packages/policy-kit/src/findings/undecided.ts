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
 * reported too: nothing undecided is silent. A cause with a topic is one line about its subjects, without those that are reported already.
 */
export function undecidedLines(
  findings: readonly Undecided[],
  unreported: Unreported = (_, subjects) => subjects,
): readonly UndecidedLine[] {
  const causes = [...new Set(findings.flatMap(({ causes }) => [...causes.keys()]))].sort(compareKeys);
  return [...causes, undefined].flatMap((cause) => {
    const concerned = findings.filter(({ causes }) => (cause === undefined ? causes.size === 0 : causes.has(cause)));
    const [first] = concerned;
    if (first === undefined) return [];
    const topic = cause === undefined ? undefined : uncertainties[cause].topic;
    if (cause === undefined || topic === undefined) return [{ subject: first.subject, message: line(cause, concerned) }];
    const subjects = unreported(cause, subjectsOf(cause, concerned));
    return subjects.length === 0 ? [] : [{ subject: first.subject, message: topicLine(`${topic} ${subnetNames(subjects)}`, cause) }];
  });
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

function topicLine(finding: string, cause: Uncertainty): string {
  const { why, fix } = uncertainties[cause];
  return formatReport({ kind: "undecided", findings: [finding], resolution: { why, fix } });
}

function subjectsOf(cause: Uncertainty, findings: readonly Undecided[]): readonly Key[] {
  return keySet(findings.flatMap(({ causes }) => causes.get(cause) ?? []));
}

/** The only cause with a topic is about subnets. */
function subnetNames(subnets: readonly Key[]): string {
  return `${counted(subnets.length, "subnet")} (${displayNames(subnets)})`;
}
