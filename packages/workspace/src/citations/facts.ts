import { citations } from "./citations";
import { innerLinks } from "./links";
import { headings } from "./markdown-page";
import type { CitationProblem, RepositoryText } from "./repository-text";

/** The pages of facts: a heading of level 3 is a fact, one of level 2 a group of them. */
export const FACT_PAGES: readonly string[] = ["docs/aws-facts.md", "docs/engine-facts.md"];

/** The group of facts that nothing needs to cite. */
const BACKGROUND = "background";

const SOURCE = /^Source: .*\]\(https:\/\/[^)]+\)\. (Read|Observed) \d{4}-\d{2}-\d{2}\.$/m;

/** How code and pages named sources before the facts had a page. */
const OTHER_FORM =
  /\b((Developer|User) Guide|API Reference|re:Post|botocore|lambda-eni|pulumi-engine)\b|\bDG-[A-Z]+\b|docs\.aws\.amazon\.com|[sS]ources?: (Lambda|EC2|VPC|IAM|RDS|EFS) /;

/** Facts without a source and a day, and facts outside Background that nothing cites. */
export function unfoundedFacts(repository: RepositoryText): readonly CitationProblem[] {
  const cited = new Set([...citations(repository.texts), ...innerLinks(repository)].map(({ path, anchor }) => `${path}#${anchor ?? ""}`));
  return FACT_PAGES.flatMap((file) =>
    facts(repository.texts.get(file) ?? "").flatMap(({ line, anchor, background, text }) => [
      ...(SOURCE.test(text)
        ? []
        : [
            {
              file,
              line,
              what: `the fact #${anchor} has no source and day`,
              fix: "end it with `Source: [title](https://…). Read YYYY-MM-DD.`",
            },
          ]),
      ...(background || cited.has(`${file}#${anchor}`)
        ? []
        : [{ file, line, what: `nothing cites the fact #${anchor}`, fix: "cite it, move it to Background, or delete it" }]),
    ]),
  );
}

/** Lines outside the pages of facts that name a source of AWS in another form than an anchor. */
export function otherForms(repository: RepositoryText): readonly CitationProblem[] {
  return [...repository.texts]
    .filter(([file]) => /\.([cm]?[jt]s|md)$/.test(file) && !FACT_PAGES.includes(file) && file !== "CHANGELOG.md")
    .flatMap(([file, text]) =>
      text.split("\n").flatMap((content, index) => {
        const [form] = OTHER_FORM.exec(content) ?? [];
        if (form === undefined) return [];
        return [
          { file, line: index + 1, what: `"${form}" cites no anchor`, fix: `state the fact in ${FACT_PAGES[0]} and cite its anchor` },
        ];
      }),
    );
}

interface Fact {
  readonly line: number;
  readonly anchor: string;
  readonly background: boolean;
  readonly text: string;
}

function facts(page: string): readonly Fact[] {
  const lines = page.split("\n");
  const parts = headings(page);
  let group = "";
  return parts.flatMap(({ line, level, anchor }, index) => {
    if (level === 2) group = anchor;
    if (level !== 3) return [];
    const text = lines.slice(line, (parts[index + 1]?.line ?? lines.length + 1) - 1).join("\n");
    return [{ line, anchor, background: group === BACKGROUND, text }];
  });
}
