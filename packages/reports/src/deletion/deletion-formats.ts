import { counted, printable, printableJson } from "@lambda-vpc/model";
import { createHash } from "node:crypto";
import { gapsText } from "../audit/audit-findings";
import type { FindingsDocument } from "../document/assessment-document";
import { junit } from "../format/junit";
import { code, fitted, MARKDOWN_LIMIT, prose } from "../format/markdown-parts";
import { sarif } from "../format/sarif";
import type { FormatOptions } from "../format/text";
import { markup } from "../page/markup";
import { wholePage } from "../page/whole-page";
import type { DeletionDocument, DeletionStepValue } from "./deletion-document";

/** The formats of an answer, by the names that `--format` takes. They are those of an audit. */
export const deletionFormats = {
  text: deletionText,
  json: (document) => `${printableJson(document, 2)}\n`,
  markdown: deletionMarkdown,
  junit: (document) => junit(findingsOf(document)),
  html: deletionHtml,
  sarif: (document, options: FormatOptions = {}) => sarif(findingsOf(document), options),
} as const satisfies Readonly<Record<string, (document: DeletionDocument, options?: FormatOptions) => string>>;

/** The most subjects of a step in a text. */
const MOST_SUBJECTS = 20;

interface DeletionWords {
  readonly headline: string;
  readonly steps: readonly {
    readonly instruction: string;
    readonly notes: readonly string[];
    readonly subjects: readonly string[];
    readonly more: number;
  }[];
  readonly notes: readonly string[];
}

function wordsOf({ subject, account, region, verdict, steps, command, gaps }: DeletionDocument, most: number): DeletionWords {
  const place = `${subject.id} (${account} in ${region})`;
  const headlines = {
    free: `${place}: nothing holds it.`,
    undecided: `${place}: undecided. Nothing that was read holds it, and not everything could be read.`,
    held: `${place}: held. ${counted(steps.length, "step")} before it can be deleted:`,
  };
  return {
    headline: headlines[verdict],
    steps: steps.map((step) => ({
      instruction: step.instruction,
      notes: step.notes,
      subjects: subjectLines(step).slice(0, most),
      more: Math.max(0, step.subjects.length - most),
    })),
    notes: [
      ...(command === null ? [] : [`${steps.length === 0 ? "Delete it" : "Then delete it"}: ${command}`]),
      ...(gaps.length === 0 ? [] : [`There may be more steps, because not everything could be read: ${gapsText(gaps)}.`]),
    ],
  };
}

function subjectLines({ subjects, details }: DeletionStepValue): readonly string[] {
  return subjects.map((subject, index) => {
    const detail = details[index] ?? "";
    return printable(detail === "" ? subject : `${subject} (${detail})`);
  });
}

function deletionText(document: DeletionDocument): string {
  const { headline, steps, notes } = wordsOf(document, MOST_SUBJECTS);
  const lines = [
    headline,
    ...steps.flatMap(({ instruction, notes: remarks, subjects, more }, index) => [
      "",
      `${index + 1}. ${instruction}`,
      ...remarks.map((remark) => `   ${remark}`),
      ...subjects.map((subject) => `   - ${subject}`),
      ...(more === 0 ? [] : [`   - and ${more} more; the format json has all`]),
    ]),
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}

function deletionMarkdown(document: DeletionDocument, { limit = MARKDOWN_LIMIT }: FormatOptions = {}): string {
  const { headline, steps, notes } = wordsOf(document, MOST_SUBJECTS);
  const sections = steps.map(({ instruction, notes: remarks, subjects, more }, index) => ({
    rank: 0,
    full: [
      `${index + 1}. ${[instruction, ...remarks].map(prose).join(" ")}`,
      ...subjects.map((subject) => `   - ${code(subject)}`),
      ...(more === 0 ? [] : [`   - and ${more} more`]),
    ].join("\n"),
  }));
  return fitted(
    [`### lambda-vpc audit ${code(document.subject.id)}`, prose(headline)].join("\n\n"),
    [...sections, ...notes.map((note) => ({ rank: 0, full: prose(note) }))],
    limit,
  );
}

function deletionHtml(document: DeletionDocument): string {
  const { headline, steps, notes } = wordsOf(document, Infinity);
  const title = `${document.subject.id}: lambda-vpc audit`;
  const body = markup`<h1>${document.subject.id}</h1>
<p>${headline}</p>
<ol>${steps.map(({ instruction, notes: remarks, subjects }) => markup`<li><p>${[instruction, ...remarks].join(" ")}</p><ul>${subjects.map((subject) => markup`<li>${subject}</li>`)}</ul></li>`)}</ol>
${notes.map((note) => markup`<p>${note}</p>`)}
<footer><p>lambda-vpc ${document.tool.version}, read at ${document.readAt}.</p></footer>`;
  return wholePage({ title, style: "", body, script: "" });
}

/** The answer as findings, for formats that contain nothing else: one for each step. */
function findingsOf(document: DeletionDocument): FindingsDocument {
  const { tool, account, region, subject, steps, gaps } = document;
  const policy = "deletion";
  const findings = steps.map((step) => ({
    ...{
      policy,
      severity: "low" as const,
      level: "advisory" as const,
      verdict: "warning" as const,
      subject: subject.id,
      about: step.subjects.map(printable),
    },
    ...{
      what: printable(`${subject.id} is held: ${step.subjects.slice(0, 3).join(", ")}`),
      why: [...step.notes],
      fix: [printable(step.instruction)],
      causes: [],
      measure: null,
    },
    position: { file: `aws/${account}/${region}`, line: 1, column: 1 },
    fingerprint: createHash("sha256")
      .update(JSON.stringify([account, region, subject.id, step.kind]))
      .digest("hex")
      .slice(0, 32),
  }));
  return {
    tool,
    stack: `${account}/${region}`,
    policies: [{ policy, title: "Something must change before it can be deleted.", severity: "low", level: "advisory" }],
    summary: { mandatory: 0, advisory: findings.length, violations: 0, warnings: findings.length, undecided: 0, waived: 0 },
    findings,
    unchecked: gaps.length === 0 ? [] : [{ policy, reason: "partial", message: `Not everything could be read: ${gapsText(gaps)}.` }],
  };
}
