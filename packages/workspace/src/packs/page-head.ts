import type { PolicyData } from "@lambda-vpc/policy-kit";

/** The two first lines of a policy's page: its name, and the rule with severity, level, what an update refuses, former ids and deprecation. */
export function pageHead({ id, title, severity, level, formerly = [], deprecated, monotone }: PolicyData): string {
  const before = formerly.length === 0 ? "" : ` Formerly ${formerly.map((former) => `\`${former}\``).join(", ")}.`;
  const until = deprecated ? " **Deprecated**: it works until the next major version." : "";
  return `# ${id}\n\n**${title}** Severity ${severity}, level ${level}. Refused before creation: ${refusedFor(monotone)}.${before}${until}\n`;
}

/** What an update without a preview refuses before it creates it. */
function refusedFor(monotone: PolicyData["monotone"]): string {
  if (monotone === undefined) return "no";
  return monotone === true ? "yes" : `yes, for ${monotone.for}`;
}

/** `page` under the head of `policy`: whatever stood above the first section gives way. */
export function withHead(page: string, policy: PolicyData): string {
  const sections = page.indexOf("\n## ");
  return `${pageHead(policy)}${sections < 0 ? "" : page.slice(sections)}`;
}
