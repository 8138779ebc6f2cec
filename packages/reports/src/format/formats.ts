import type { AssessmentDocument } from "../document/assessment-document";
import { html } from "./html";
import { json } from "./json";
import { junit } from "./junit";
import { markdown } from "./markdown";
import { sarif } from "./sarif";
import { type FormatOptions, text } from "./text";

/** One format: a pure function from the document to its text, and what it is for. */
export interface Format {
  readonly purpose: string;
  /** Whether it can show a plan without findings. */
  readonly showsPlan: boolean;
  readonly render: (document: AssessmentDocument, options?: FormatOptions) => string;
}

/** The formats by the names that `--format` takes. A format is added here and nowhere else. */
export const formats = {
  text: { purpose: "a terminal", showsPlan: true, render: text },
  json: { purpose: "programs; assessment.schema.json describes it", showsPlan: true, render: json },
  markdown: { purpose: "a comment on a pull request", showsPlan: true, render: markdown },
  junit: { purpose: "test pages of CI systems", showsPlan: false, render: junit },
  html: { purpose: "a browser: one page that works offline", showsPlan: true, render: html },
  sarif: { purpose: "code scanning", showsPlan: false, render: sarif },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
