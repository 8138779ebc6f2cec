import { compareKeys, counted, displayNames, type Key, isManaged, keySet, typeInWords } from "@lambda-vpc/model";
import type { PolicyFindings } from "./policy-findings";
import { type Cause, causeKey, causeText } from "./cause";
import type { Undecided } from "./finding";
import { measured } from "./measure";
import type { Message } from "./message";
import type { ReportLevel } from "./report";
import { formatReport } from "./report-text";

/** One report for each cause, so that a stack with many unknowns gets few reports. */
export interface UndecidedLine {
  readonly subject: Key;
  readonly message: Message;
  /** All that it is about. */
  readonly findings: readonly Undecided[];
}

/**
 * Groups the ordered findings of one policy by cause: the first three, how many more, the consumers, the reason, and the fix. Findings without a cause
 * are reported too: nothing undecided is silent. Expected findings of a cause with a topic are one line about its subjects.
 */
export function undecidedLines(findings: readonly Undecided[]): readonly UndecidedLine[] {
  return [
    ...causesOf(findings).flatMap((cause) => {
      const concerned = findings.filter(isConcernedBy(cause));
      const [expected, others] = [concerned.filter(isExpectedOf(cause)), concerned.filter((one) => !isExpectedOf(cause)(one))];
      return [
        ...lineAbout(others, () => line(cause, others, firstThree(others))),
        ...lineAbout(expected, () => topicLine(cause, expected)),
      ];
    }),
    ...unexplained(findings),
  ];
}

/** A line of one cause over several policies, and the policy that prints it. */
export interface SharedLine extends UndecidedLine {
  readonly policy: string;
  readonly level: ReportLevel;
}

/**
 * One line for each cause over all policies. The first policy of the highest level among those concerned prints it: the first finding, and how
 * many more the policies have. Law: every finding of every policy is in a line, at its level or above.
 */
export function sharedLines(all: readonly PolicyFindings[]): readonly SharedLine[] {
  const causes = causesOf(all.flatMap(({ undecided }) => undecided));
  return [
    ...causes.flatMap((cause) => sharedLine(cause, all)),
    ...all.flatMap(({ policy, onUndecided: level, undecided }) => unexplained(undecided).map((one) => ({ ...one, policy, level }))),
  ];
}

function sharedLine(cause: Cause, all: readonly PolicyFindings[]): readonly SharedLine[] {
  const concerned = all
    .map((one) => ({ ...one, undecided: one.undecided.filter(isConcernedBy(cause)) }))
    .filter(({ undecided }) => undecided.length > 0);
  const owner = concerned.find(({ onUndecided }) => onUndecided === "mandatory") ?? concerned[0];
  const others = concerned.filter((one) => one !== owner);
  const findings = [...(owner?.undecided ?? []), ...others.flatMap(({ undecided }) => undecided)];
  const stating = findings.find((one) => !isExpectedOf(cause)(one));
  const shown = stating ?? findings[0];
  if (owner === undefined || shown === undefined) return [];
  const also = others.length === 0 ? "" : ` (also ${namesOf(others.map(({ policy }) => policy))})`;
  const more = findings.length === 1 ? "" : `, and ${findings.length - 1} more${also}`;
  const message = stating === undefined ? topicLine(cause, findings) : line(cause, findings, [measured(stating) + more]);
  return [{ subject: shown.subject, message, findings, policy: owner.policy, level: owner.onUndecided }];
}

/** At most three: a pack has many policies. */
function namesOf(policies: readonly string[]): string {
  return policies.length > 3 ? `${policies.slice(0, 2).join(", ")} and ${policies.length - 2} more policies` : policies.join(", ");
}

/** Each cause once, in canonical order. */
function causesOf(findings: readonly Undecided[]): readonly Cause[] {
  const byKey = new Map(findings.flatMap(({ causes }) => [...causes.keys()].map((cause) => [causeKey(cause), cause] as const)));
  return [...byKey].sort(([one], [other]) => compareKeys(one, other)).map(([, cause]) => cause);
}

function isConcernedBy(cause: Cause): (finding: Undecided) => boolean {
  return ({ causes }) => [...causes.keys()].some((one) => causeKey(one) === causeKey(cause));
}

/** Whether a finding states nothing beyond the topic of `cause`. */
function isExpectedOf(cause: Cause): (finding: Undecided) => boolean {
  return ({ expected }) => expected === true && causeText(cause).topic !== undefined;
}

function unexplained(findings: readonly Undecided[]): readonly UndecidedLine[] {
  const some = findings.filter(({ causes }) => causes.size === 0);
  return lineAbout(some, () => formatReport({ kind: "undecided", findings: firstThree(some) }));
}

/** One line about the first of the findings; none if there is none. */
function lineAbout(findings: readonly Undecided[], text: () => Message): readonly UndecidedLine[] {
  const [first] = findings;
  return first === undefined ? [] : [{ subject: first.subject, message: text(), findings }];
}

function firstThree(findings: readonly Undecided[]): readonly string[] {
  const more = findings.length > 3 ? [`${findings.length - 3} more like these`] : [];
  return [...findings.slice(0, 3).map(measured), ...more];
}

function line(cause: Cause, findings: readonly Undecided[], shown: readonly string[]): Message {
  const consumers = subjectsOf(cause, findings);
  const concerned = `${counted(consumers.length, consumers.some(isNoFunction) ? "resource" : "function")} (${displayNames(consumers)})`;
  const { why, fix } = causeText(cause);
  return formatReport({ kind: "undecided", findings: shown, resolution: { why: `for ${concerned}, ${why}`, fix } });
}

function isNoFunction(key: Key): boolean {
  return isManaged(key) && typeInWords(key) !== "function";
}

function topicLine(cause: Cause, findings: readonly Undecided[]): Message {
  const subjects = subjectsOf(cause, findings);
  const { topic, why, fix } = causeText(cause);
  const unknown = `${topic?.unknown ?? ""} ${counted(subjects.length, topic?.noun ?? "resource")} (${displayNames(subjects)})`;
  return formatReport({ kind: "undecided", findings: [unknown], resolution: { why, fix } });
}

function subjectsOf(cause: Cause, findings: readonly Undecided[]): readonly Key[] {
  const concerned = findings.flatMap(({ causes }) => [...causes].filter(([one]) => causeKey(one) === causeKey(cause)));
  return keySet(concerned.flatMap(([, subjects]) => subjects));
}
