/** A finding as a preview prints it. */
export interface PrintedFinding {
  readonly policy: string;
  readonly level: string;
}

/** The findings of a preview: `- [mandatory] [severity: high]  eni-budget  (aws:ec2:Vpc: main)`. */
export function printedFindings(stdout: string): readonly PrintedFinding[] {
  const lines = stdout.matchAll(/^\s+- \[(?<level>\w+)\]\s+(?:\[severity: \w+\]\s+)?(?<policy>[\w-]+)\s+\(/gm);
  return [...lines].map(({ groups }) => ({ policy: groups?.["policy"] ?? "", level: groups?.["level"] ?? "" }));
}
