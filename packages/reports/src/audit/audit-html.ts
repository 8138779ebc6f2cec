import { auditBody } from "../audit-page/audit-body";
import { auditStyle } from "../audit-page/audit-style";
import { compiledModule } from "../page/compiled-module";
import { linkModules } from "../page/link-modules";
import { wholePage } from "../page/whole-page";
import type { AuditDocument } from "./audit-document";
import { auditPageDataOf } from "./audit-page-data-of";

/**
 * For people who search: one file that works offline, with each interface and its holders, what needs attention, and filters. Its script computes
 * with the modules that this format runs.
 */
export function auditHtml(document: AuditDocument): string {
  const data = auditPageDataOf(document);
  return wholePage({ title: `${data.title}: lambda-vpc audit`, style: auditStyle, body: auditBody(data), data, script: script() });
}

function script(): string {
  const entry = "audit-page/connect-audit";
  return linkModules({ entries: [entry], main: `load(${JSON.stringify(entry)}).connectAudit(document);`, read: compiledModule });
}
