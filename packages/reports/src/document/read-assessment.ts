import { failure, type Result, success } from "@lambda-vpc/model";
import * as v from "valibot";
import { type AssessmentDocument, assessmentDocument } from "./assessment-document";

/** The document of a parsed JSON text; otherwise what is wrong, with its place. */
export function readAssessment(json: unknown): Result<AssessmentDocument, string> {
  const read = v.safeParse(assessmentDocument, json);
  if (read.success) return success(read.output);
  const [issue] = read.issues;
  return failure(`${v.getDotPath(issue) ?? "the document"}: ${issue.message}`);
}
