import type { AssessmentDocument } from "../document/assessment-document";
import { compiledModule } from "../page/compiled-module";
import { linkModules } from "../page/link-modules";
import { wholePage } from "../page/whole-page";
import { reportBody } from "../report-page/report-body";
import { reportStyle } from "../report-page/report-style";
import { reportDataOf } from "./report-data-of";
import type { FormatOptions } from "./text";

/**
 * For people who look for themselves: one file that works offline, with the matrix of combinations, the addresses of subnets and the findings. Its
 * script computes with the modules that this format runs.
 */
export function html(document: AssessmentDocument, options: FormatOptions = {}): string {
  const data = reportDataOf(document, options);
  return wholePage({ title: `${data.stack}: lambda-vpc report`, style: reportStyle, body: reportBody(data), data, script: script() });
}

function script(): string {
  const entry = "report-page/connect-report";
  return linkModules({ entries: [entry], main: `load(${JSON.stringify(entry)}).connectReport(document);`, read: compiledModule });
}
