import { printableJson } from "@lambda-vpc/model";
import type { AssessmentDocument } from "../document/assessment-document";

/** The document itself. Law: `readAssessment(JSON.parse(json(document)))` equals `document`. */
export function json(document: AssessmentDocument): string {
  return `${printableJson(document, 2)}\n`;
}
