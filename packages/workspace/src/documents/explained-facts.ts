import { headings } from "../citations/markdown-page";

/** The pages that `lambda-vpc explain` takes texts from, by path, and the texts that cite facts. */
export interface ExplainedPages {
  readonly facts: ReadonlyMap<string, string>;
  readonly architecture: string;
  readonly citing: readonly string[];
}

/** A link to a public page. */
interface Source {
  readonly title: string;
  readonly url: string;
}

/** What `lambda-vpc explain` prints of the pages: each fact that explanations cite by its anchor, and the terms. The pages themselves are not published. */
export function explainedFacts({ facts, architecture, citing }: ExplainedPages): object {
  const cited = new Set(citing.flatMap((text) => [...text.matchAll(/docs\/\w+-facts\.md#[\w-]+/g)].map(([anchor]) => anchor)));
  const known = [...facts].flatMap(([path, page]) => factsOf(path, page));
  return { facts: Object.fromEntries(known.filter(([anchor]) => cited.has(anchor)).sort()), terms: termsOf(architecture) };
}

function factsOf(path: string, page: string): readonly (readonly [string, object])[] {
  const lines = page.split("\n");
  const parts = headings(page);
  return parts.flatMap(({ line, level, anchor }, index) => {
    if (level !== 3) return [];
    const own = lines.slice(line, (parts[index + 1]?.line ?? lines.length + 1) - 1).join("\n");
    const [, text = "", sources = "", day = ""] =
      /^([^]*?)\n\nSource: ([^]*?)\. (?:Read|Observed) (\d{4}-\d{2}-\d{2})\./.exec(own.trim()) ?? [];
    const title = (lines[line - 1] ?? "").replace(/^#+ +/, "");
    return [[`${path}#${anchor}`, { title, text: text.trim(), day, sources: linksOf(sources) }] as const];
  });
}

function linksOf(markdown: string): readonly Source[] {
  return [...markdown.matchAll(/\[((?:[^\][]|\[[^\]]*\])*)\]\((https:[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g)].map(
    ([, title = "", url = ""]) => ({ title, url }),
  );
}

function termsOf(architecture: string): readonly object[] {
  const [, section = ""] = /^## Terms\n([^]*?)^## /m.exec(architecture) ?? [];
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) => {
    const [, term = "", meaning = "", code = ""] = row.split("|").map((cell) => cell.trim());
    return {
      term,
      meaning: withoutLinks(meaning),
      ...(code === "–" ? {} : { code: code.replaceAll("`", "") }),
    };
  });
}

/** A link in parentheses leads to more, and is left out. The pages that links lead to are not published. */
function withoutLinks(markdown: string): string {
  return markdown.replaceAll(/ \(\[[^\]]*\]\([^)]*\)\)/g, "").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}
