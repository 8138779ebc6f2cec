import { printableJson } from "@lambda-vpc/model";
import { junit } from "../format/junit";
import { sarif } from "../format/sarif";
import type { FormatOptions } from "../format/text";
import type { DifferenceDocument } from "./difference-document";
import { differenceMarkdown } from "./difference-markdown";
import { differenceText } from "./difference-text";
import { newFindings } from "./new-findings";

/** One format of a difference: a pure function from the document to its text, and what it is for. */
export interface DifferenceFormat {
  readonly purpose: string;
  /** Whether it shows new findings only, so that it needs a pack. */
  readonly needsFindings: boolean;
  readonly render: (document: DifferenceDocument, options?: FormatOptions) => string;
}

/** The formats of a difference by the names that `--format` takes. A format is added here and nowhere else. */
export const differenceFormats = {
  text: { purpose: "a terminal", needsFindings: false, render: differenceText },
  json: {
    purpose: "programs; difference.schema.json describes it",
    needsFindings: false,
    render: (document) => `${printableJson(document, 2)}\n`,
  },
  markdown: { purpose: "a comment on a pull request", needsFindings: false, render: differenceMarkdown },
  junit: { purpose: "new findings on test pages of CI systems", needsFindings: true, render: (document) => junit(newFindings(document)) },
  sarif: {
    purpose: "new findings in code scanning",
    needsFindings: true,
    render: (document, options: FormatOptions = {}) => sarif(newFindings(document), options),
  },
} as const satisfies Readonly<Record<string, DifferenceFormat>>;

export type DifferenceFormatName = keyof typeof differenceFormats;

export function isDifferenceFormatName(name: string): name is DifferenceFormatName {
  return Object.hasOwn(differenceFormats, name);
}
