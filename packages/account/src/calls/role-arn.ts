/** The ARN of a role without a path, in the partition of a Region. */
export function roleArn({ account, role, region }: { readonly account: string; readonly role: string; readonly region: string }): string {
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return `arn:${partition}:iam::${account}:role/${role}`;
}
