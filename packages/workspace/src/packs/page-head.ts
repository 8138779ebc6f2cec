import type { PolicyData } from "@lambda-vpc/policy-kit";

/** The two first lines of a policy's page: its name, and the rule with severity, level, former ids and deprecation. */
export function pageHead({ id, title, severity, level, formerly = [], deprecated }: PolicyData): string {
  const before = formerly.length === 0 ? "" : ` Formerly ${formerly.map((former) => `\`${former}\``).join(", ")}.`;
  const until = deprecated ? " **Deprecated**: it works until the next major version." : "";
  return `# ${id}\n\n**${title}** Severity ${severity}, level ${level}.${before}${until}\n`;
}

/** `page` under the head of `policy`: whatever stood above the first section gives way. */
export function withHead(page: string, policy: PolicyData): string {
  const sections = page.indexOf("\n## ");
  return `${pageHead(policy)}${sections < 0 ? "" : page.slice(sections)}`;
}
