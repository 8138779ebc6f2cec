import type { Explanation } from "./explanation";

const kinds: Readonly<Record<Explanation["kind"], string>> = {
  policy: "policy",
  cause: "cause of doubt",
  term: "term",
  error: "error of AWS",
};

/** For a terminal: headings, and what they contain indented. */
export function explanationText({ kind, id, title, meaning, remedy, facts, related }: Explanation): string {
  return sections([
    [`${id} (${kinds[kind]})`, title],
    part("What it means", [...meaning, ...(kind === "error" ? facts.map(({ title: fact, text }) => `${fact}: ${text}`) : [])].map(plain)),
    part("What to do", kind === "policy" ? remedy.map(withoutFences) : remedy.map((one, index) => `${index + 1}. ${plain(one)}`)),
    part(
      "Sources",
      sourcesOf(facts, ({ title: source, url }) => `${source}: ${url}`),
    ),
    part(
      "See also",
      related.map((one) => `npx lambda-vpc explain ${one}`),
    ),
  ]);
}

/** The same as Markdown. */
export function explanationMarkdown({ kind, id, title, meaning, remedy, facts, related }: Explanation): string {
  const under = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`### ${heading}`, "", lines.join("\n")];
  const factList = kind === "error" ? facts.map(({ title: fact, text }) => `**${fact}:** ${text}`) : [];
  return sections([
    [`## ${id} (${kinds[kind]})`, "", title],
    under(
      "What it means",
      [[...meaning, ...factList].join("\n\n")].filter((text) => text !== ""),
    ),
    under("What to do", kind === "policy" ? remedy : remedy.map((one, index) => `${index + 1}. ${one}`)),
    under(
      "Sources",
      sourcesOf(facts, ({ title: source, url }) => `- [${source}](${url})`),
    ),
    under(
      "See also",
      related.map((one) => `- \`npx lambda-vpc explain ${one}\``),
    ),
  ]);
}

function sections(parts: readonly (readonly string[])[]): string {
  return parts
    .filter(({ length }) => length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function part(heading: string, paragraphs: readonly string[]): readonly string[] {
  return paragraphs.length === 0 ? [] : [heading, ...paragraphs.flatMap((one) => one.split("\n").map((line) => `  ${line}`.trimEnd()))];
}

function sourcesOf(
  facts: Explanation["facts"],
  write: (source: Explanation["facts"][number]["sources"][number]) => string,
): readonly string[] {
  return [...new Set(facts.flatMap(({ sources }) => sources.map(write)))];
}

/** Markdown without its marks; tables and code stay as they are. A paragraph that is broken into lines becomes one line. */
function plain(markdown: string): string {
  if (/^\s*(?:\||```)/.test(markdown)) return withoutFences(markdown);
  const unbroken = markdown
    .split("\n")
    .reduce((text, line) => (/^\s*(?:[-*]|\d+\.) /.test(line) || text === "" ? `${text}\n${line}` : `${text} ${line}`), "");
  return unbroken.trim().replaceAll("**", "");
}

function withoutFences(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !line.startsWith("```"))
    .join("\n");
}
