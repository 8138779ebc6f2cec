/** A field of which only whether it is known is compared, because its value is made up on both sides. */
export interface Exception {
  readonly type: string;
  readonly field: string;
  readonly reason: string;
}

/** Never a field of an attachment, a subnet, a group or a rule. */
export const exceptions: readonly Exception[] = [
  { type: "aws:iam/role:Role", field: "uniqueId", reason: "IAM makes it up" },
  { type: "aws:lambda/function:Function", field: "codeSha256", reason: "neither side stores code" },
];
