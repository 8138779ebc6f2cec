import { printableJson } from "@lambda-vpc/model";
import { junit } from "../format/junit";
import { sarif } from "../format/sarif";
import type { AuditDocument } from "./audit-document";
import { auditHtml } from "./audit-html";
import { auditMarkdown } from "./audit-markdown";
import { type AuditFormatOptions, auditText } from "./audit-text";

/** One format of an audit: a pure function from the document to its text, and what it is for. */
export interface AuditFormat {
  readonly purpose: string;
  readonly render: (document: AuditDocument, options?: AuditFormatOptions) => string;
}

/** The formats of an audit by the names that `--format` takes. A format is added here and nowhere else. */
export const auditFormats = {
  text: { purpose: "a terminal", render: auditText },
  json: { purpose: "programs; audit.schema.json describes it", render: (document) => `${printableJson(document, 2)}\n` },
  markdown: { purpose: "a summary of a CI run", render: auditMarkdown },
  junit: { purpose: "test pages of CI systems", render: (document) => junit(document) },
  html: { purpose: "a browser: one page that works offline", render: auditHtml },
  sarif: { purpose: "code scanning", render: (document, options: AuditFormatOptions = {}) => sarif(document, options) },
} as const satisfies Readonly<Record<string, AuditFormat>>;

export type AuditFormatName = keyof typeof auditFormats;

export function isAuditFormatName(name: string): name is AuditFormatName {
  return Object.hasOwn(auditFormats, name);
}
