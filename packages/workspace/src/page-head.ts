import type { PolicyData } from "@lambda-vpc/policy-kit";

/** The two lines that a policy's page begins with: its name, and the rule with severity and level, and what it was called before. */
export function pageHead({ id, title, severity, level, formerly = [] }: PolicyData): string {
  const before = formerly.length === 0 ? "" : ` Formerly ${formerly.map((former) => `\`${former}\``).join(", ")}.`;
  return `# ${id}\n\n**${title}** Severity ${severity}, level ${level}.${before}\n`;
}

/** `page` under the head of `policy`: whatever stood above the first section gives way. */
export function withHead(page: string, policy: PolicyData): string {
  const sections = page.indexOf("\n## ");
  return `${pageHead(policy)}${sections < 0 ? "" : page.slice(sections)}`;
}
