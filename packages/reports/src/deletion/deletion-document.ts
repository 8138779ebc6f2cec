import * as v from "valibot";
import { gapValue } from "../audit/audit-document";

const step = v.strictObject({
  kind: v.picklist([
    ...(["move-functions", "change-aliases", "delete-versions", "wait", "await-unexplained", "find-holders"] as const),
    ...(["delete-orphans", "release-interfaces", "delete-mount-targets", "revoke-rules", "delete-vpc"] as const),
  ]),
  /** The step as an instruction. */
  instruction: v.string(),
  /** What to know for it, each one sentence or two. */
  notes: v.array(v.string()),
  /** What it is about: functions, `FUNCTION:ALIAS`, `FUNCTION:VERSION`, interfaces, mount targets, groups or a VPC. */
  subjects: v.array(v.string()),
  /** What each line adds to a subject, such as the owner of an interface. In the order of the subjects; empty if there is nothing to add. */
  details: v.array(v.string()),
});

export const DELETION_VERSION = 1;

/** What must change before something can be deleted, as plain data. */
export const deletionDocument = v.strictObject({
  format: v.literal("lambda-vpc-deletion"),
  version: v.literal(DELETION_VERSION),
  tool: v.strictObject({ name: v.literal("lambda-vpc"), version: v.string() }),
  account: v.string(),
  region: v.string(),
  readAt: v.string(),
  subject: v.strictObject({ kind: v.picklist(["interface", "security-group", "subnet"]), id: v.string() }),
  /** `free`: nothing holds it, and everything that could was read. `undecided`: a gap may hide what holds it. */
  verdict: v.picklist(["held", "free", "undecided"]),
  /** In the order in which they work. */
  steps: v.array(step),
  /** The command that deletes it after the steps. Null if Lambda deletes it. */
  command: v.nullable(v.string()),
  /** What may hide further steps. */
  gaps: v.array(gapValue),
});

export type DeletionDocument = v.InferOutput<typeof deletionDocument>;
export type DeletionStepValue = DeletionDocument["steps"][number];
