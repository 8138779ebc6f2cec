import { writeNames } from "@lambda-vpc/model";

/** The parts of a report's message. Each part is one line. */
export type ReportText =
  | {
      readonly kind: "violation";
      readonly what: string;
      readonly why: string;
      readonly fix: string;
      /** Whether the numbers hold only under assumption S (docs/eni-model.md). */
      readonly estimated: boolean;
    }
  /** Violations that differ in nothing but names. `heading` names the first and counts all: `12 roles alike: audit, cart, mails and 9 more`. */
  | {
      readonly kind: "alike";
      readonly heading: string;
      readonly what: string;
      readonly why: string;
      readonly fix: string;
      readonly estimated: boolean;
    }
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
  /** Anything else, such as what a setting reports. */
  | { readonly kind: "statement"; readonly text: string };

/** The message of a report, with the names of its resources. Law: `parseReport(formatReport(text))` equals `text` if its names are written. */
export function formatReport(text: ReportText): string {
  return writeNames(joinParts(text));
}

function joinParts(text: ReportText): string {
  switch (text.kind) {
    case "violation":
      return [text.what, ...explanation(text), ...(text.estimated ? [ESTIMATED] : [])].join("\n");
    case "alike":
      return [`${text.heading}${text.estimated ? FIRST_ESTIMATED : FIRST}`, text.what, ...explanation(text)].join("\n");
    case "undecided":
      return [UNDECIDED + text.findings.join(NEXT_FINDING), ...(text.resolution === undefined ? [] : explanation(text.resolution))].join(
        "\n",
      );
    case "misconfigured":
      return `Configuration of ${text.policy}: ${text.problem}`;
    case "internal-error":
      return `${INTERNAL_ERROR}${text.policy}. It checked nothing. Your program is not the cause. Report this: ${text.place}`;
    case "statement":
      return text.text;
  }
}

/** The parts of a message. A message of no other form is a statement. Line breaks at its end are ignored. */
export function parseReport(message: string): ReportText {
  const text = message.replace(/\n+$/, "");
  const explained = /^(?<says>[^]*?)\nwhy: (?<why>.*)\nfix: (?<fix>.*)(?<note>\n[^]*)?$/.exec(text)?.groups;
  const says = explained?.["says"] ?? text;
  const { why = "", fix = "", note } = explained ?? {};
  if (says.startsWith(UNDECIDED)) {
    const findings = says.slice(UNDECIDED.length).split(NEXT_FINDING);
    return { kind: "undecided", findings, ...(explained === undefined ? {} : { resolution: { why, fix } }) };
  }
  const alike = ALIKE.exec(says)?.groups;
  if (explained !== undefined && note === undefined && alike !== undefined) {
    const { heading = "", first = "", what = "" } = alike;
    return { kind: "alike", heading, what, why, fix, estimated: first === FIRST_ESTIMATED };
  }
  if (explained !== undefined) return { kind: "violation", what: says, why, fix, estimated: note === `\n${ESTIMATED}` };
  const misconfigured = /^Configuration of ([\w-]+): ([^]*)$/.exec(text);
  if (misconfigured !== null) return { kind: "misconfigured", policy: misconfigured[1] ?? "", problem: misconfigured[2] ?? "" };
  const internal = new RegExp(`^${INTERNAL_ERROR}([\\w-]+)\\. It checked nothing\\. .*? Report this: (.*)$`, "s").exec(text);
  if (internal !== null) return { kind: "internal-error", policy: internal[1] ?? "", place: internal[2] ?? "" };
  return { kind: "statement", text };
}

/** The start of the message of an internal error. */
export const INTERNAL_ERROR = "Internal error in policy ";

const UNDECIDED = "undecided: ";

/** Findings of one cause stand below each other. */
const NEXT_FINDING = `\n${" ".repeat(UNDECIDED.length)}`;

const ESTIMATED = "     Estimated from dependencies; ids are not known yet.";

/** They end the heading of a block. The fact of the first violation follows in the next line. */
const FIRST = ". The first:";
const FIRST_ESTIMATED = ". The first, estimated from dependencies:";
const ALIKE = /^(?<heading>\d+ [\w ]+ alike: [^\n]*?)(?<first>\. The first(?:, estimated from dependencies)?:)\n(?<what>[^]*)$/;

function explanation({ why, fix }: { readonly why: string; readonly fix: string }): readonly string[] {
  return [`why: ${why}`, `fix: ${fix}`];
}
