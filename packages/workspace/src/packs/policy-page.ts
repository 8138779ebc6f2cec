/** What the page of a policy holds, in this order. */
export const pageSections = ["Why", "Avoid", "Prefer", "Configuration", "Why this level", "When not to use it"] as const;

/** A block of code with the section in which it stands. */
export interface Block {
  readonly section: string;
  readonly language: string;
  readonly text: string;
}

/** A page as prettier leaves it: headings and fences begin their lines. */
export interface PolicyPage {
  readonly sections: readonly string[];
  readonly blocks: readonly Block[];
}

/** Reads headings of the second level and fenced blocks; a heading inside a block is code. */
export function readPage(markdown: string): PolicyPage {
  const sections: string[] = [];
  const blocks: Block[] = [];
  let open: { readonly language: string; readonly lines: string[] } | undefined;
  for (const line of markdown.split("\n")) {
    const section = sections.at(-1) ?? "";
    if (open !== undefined && line === "```") {
      blocks.push({ section, language: open.language, text: open.lines.join("\n") });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (line.startsWith("```")) open = { language: line.slice(3).trim(), lines: [] };
    else if (line.startsWith("## ")) sections.push(line.slice(3).trim());
  }
  return { sections, blocks };
}

/** What a page lacks, in words that continue "the page of x". */
export function pageProblems({ sections, blocks }: PolicyPage): readonly string[] {
  const missing = pageSections.filter((name) => !sections.includes(name));
  const there = pageSections.filter((name) => sections.includes(name));
  const known = sections.filter((name) => (pageSections as readonly string[]).includes(name));
  const programless = (["Avoid", "Prefer"] as const).filter(
    (name) => there.includes(name) && !blocks.some(({ section, language }) => section === name && language === "ts"),
  );
  return [
    ...missing.map((name) => `lacks the section "## ${name}"`),
    ...(known.join() === there.join() ? [] : [`has its sections in another order than ${pageSections.join(", ")}`]),
    ...programless.map((name) => `shows no program under "## ${name}": write a block of \`\`\`ts`),
  ];
}
