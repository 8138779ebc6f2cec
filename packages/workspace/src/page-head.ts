import type { PolicyData } from "@lambda-vpc/policy-kit";

/** The two lines that a policy's page begins with: its name, and the rule with severity and level. */
export function pageHead({ id, title, severity, level }: PolicyData): string {
  return `# ${id}\n\n**${title}** Severity ${severity}, level ${level}.\n`;
}

/** `page` under the head of `policy`: whatever stood above the first section gives way. */
export function withHead(page: string, policy: PolicyData): string {
  const sections = page.indexOf("\n## ");
  return `${pageHead(policy)}${sections < 0 ? "" : page.slice(sections)}`;
}
