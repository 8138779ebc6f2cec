import { counted, writeNames } from "@lambda-vpc/model";
import type { Message } from "./message";

/** The parts of a report's message. Each part is one line. */
export type ReportText =
  | ({ readonly kind: "violation" } & Explained)
  /** Violations of one cause. `heading` counts all and names the first three: `12 roles (audit, cart, mails and 9 more)`; `what` is about the first. */
  | ({ readonly kind: "alike"; readonly heading: string } & Explained)
  /** `resolution` is absent if the policy gave no cause. */
  | {
      readonly kind: "undecided";
      readonly findings: readonly string[];
      readonly resolution?: { readonly why: string; readonly fix: string };
    }
  /** A policy or a setting is configured wrongly, and checked nothing. */
  | { readonly kind: "misconfigured"; readonly policy: string; readonly problem: string }
  /** A policy has a fault, and checked nothing. `place` is in our code. */
  | { readonly kind: "internal-error"; readonly policy: string; readonly place: string }
  /** Reports that the engine would not accept: how many, and of which policy. */
  | { readonly kind: "left-out"; readonly policy: string; readonly count: number }
  /** Anything else, such as what a setting reports. */
  | { readonly kind: "statement"; readonly text: string };

/** The fact of a violation, and what to do about it. */
interface Explained {
  readonly what: string;
  /** Absent if an earlier report of the preview has stated it for the same policy. */
  readonly why?: string;
  readonly fix: string;
  /** Whether the numbers hold only under assumption S (docs/eni-model.md), and no earlier report of the preview has stated it. */
  readonly estimated: boolean;
}

/**
 * The message of a report, with the names of its resources. It is the only way to a message: every part is one printable line, whatever a name or a
 * value holds. Law: `parseReport(formatReport(text))` equals `text` if its names are written and its parts are printable.
 */
export function formatReport(text: ReportText): Message {
  return writeNames(...linesOf(text)) as Message;
}

function linesOf(text: ReportText): readonly string[] {
  switch (text.kind) {
    case "violation":
      return [basisOf(text) + text.what, ...explanation(text)];
    case "alike":
      return [`${basisOf(text)}${text.heading}${FIRST}${text.what}`, ...explanation(text)];
    case "undecided":
      return [...undecidedLines(text.findings), ...(text.resolution === undefined ? [] : explanation(text.resolution))];
    case "misconfigured":
      return [`Configuration of ${text.policy}: ${text.problem}`];
    case "internal-error":
      return [`${INTERNAL_ERROR}${text.policy}. It checked nothing. Your program is not the cause. Report this: ${text.place}`];
    case "left-out":
      return [`${counted(text.count, "more report")} of ${text.policy} left out${LEFT_OUT}`];
    case "statement":
      return [text.text];
  }
}

function undecidedLines([first = "", ...others]: readonly string[]): readonly string[] {
  return [UNDECIDED + first, ...others.map((finding) => INDENTATION + finding)];
}

/** The parts of a message, without what waivers record. A message of no other form is a statement. Line breaks at its end are ignored. */
export function parseReport(message: string): ReportText {
  const text = message.replace(/\n+$/, "").replace(/\nwaivers: \[.*\](?:, \d+ with secrets)?$/, "");
  const explained = /^(?<says>[^]*?)(?:\nwhy: (?<why>.*))?\nfix: (?<fix>.*)$/.exec(text)?.groups;
  const says = explained?.["says"] ?? text;
  if (says.startsWith(UNDECIDED)) {
    const findings = says.slice(UNDECIDED.length).split(NEXT_FINDING);
    const { why, fix = "" } = explained ?? {};
    return { kind: "undecided", findings, ...(why === undefined ? {} : { resolution: { why, fix } }) };
  }
  if (explained !== undefined) return parseExplained(says, explained);
  const misconfigured = /^Configuration of ([\w-]+): ([^]*)$/.exec(text);
  if (misconfigured !== null) return { kind: "misconfigured", policy: misconfigured[1] ?? "", problem: misconfigured[2] ?? "" };
  const internal = new RegExp(`^${INTERNAL_ERROR}([\\w-]+)\\. It checked nothing\\. .*? Report this: (.*)$`, "s").exec(text);
  if (internal !== null) return { kind: "internal-error", policy: internal[1] ?? "", place: internal[2] ?? "" };
  const leftOut = /^(\d+) more reports? of ([\w-]+) left out: /.exec(text);
  if (leftOut !== null && text.endsWith(LEFT_OUT)) return { kind: "left-out", policy: leftOut[2] ?? "", count: Number(leftOut[1]) };
  return { kind: "statement", text };
}

function parseExplained(says: string, { why, fix = "" }: Readonly<Record<string, string>>): ReportText {
  const estimated = says.startsWith(ESTIMATED);
  const fact = estimated ? says.slice(ESTIMATED.length) : says;
  const rest = { fix, estimated, ...(why === undefined ? {} : { why }) };
  const { heading, what } = ALIKE.exec(fact)?.groups ?? {};
  return heading === undefined || what === undefined
    ? { kind: "violation", what: fact, ...rest }
    : { kind: "alike", heading, what, ...rest };
}

/** The start of the message of an internal error. */
export const INTERNAL_ERROR = "Internal error in policy ";

/** docs/engine-facts.md#size-of-an-answer */
const LEFT_OUT = ": the engine accepts 4 MiB from a pack. Fix or waive what is listed, or preview with this policy alone.";

const UNDECIDED = "undecided: ";

/** Findings of one cause stand below each other. */
const INDENTATION = " ".repeat(UNDECIDED.length);
const NEXT_FINDING = `\n${INDENTATION}`;

/** It begins the first estimated report: its numbers, and those of later reports, are lower bounds and estimates by dependency. */
const ESTIMATED = "Estimated from dependencies: ";

/** The fact of the first violation follows the heading of a block. */
const FIRST = ". First: ";
const ALIKE = /^(?<heading>\d+ [\w ]+ \([^\n]*?\))\. First: (?<what>[^]*)$/;

function basisOf({ estimated }: Explained): string {
  return estimated ? ESTIMATED : "";
}

function explanation({ why, fix }: { readonly why?: string; readonly fix: string }): readonly string[] {
  return [...(why === undefined ? [] : [`why: ${why}`]), `fix: ${fix}`];
}
