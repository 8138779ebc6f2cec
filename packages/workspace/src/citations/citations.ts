import type { CitationProblem, RepositoryText } from "./repository-text";

/** A page under `docs`, as a text names it from the root: the one form in which code cites a fact. */
export interface Citation {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** A path that another one precedes is a link, which `deadLinks` follows from where it stands. */
const CITATION = /(?<![\w./-])(docs\/[\w./-]+\.md)(?:#([\w-]+))?/g;

/** Every citation of the repository, in the order of files and lines. */
export function citations(texts: RepositoryText["texts"]): readonly Citation[] {
  return [...texts].flatMap(([file, text]) =>
    text.includes("docs/") ? text.split("\n").flatMap((content, index) => citationsOf(file, index + 1, content)) : [],
  );
}

/** Citations of a page or an anchor that does not exist. */
export function deadCitations(repository: RepositoryText): readonly CitationProblem[] {
  return citations(repository.texts).flatMap(({ file, line, path, anchor }) => {
    const missing = repository.missing(path, anchor);
    return missing === undefined ? [] : [{ file, line, ...missing }];
  });
}

function citationsOf(file: string, line: number, content: string): readonly Citation[] {
  return [...content.matchAll(CITATION)].flatMap(([, path, anchor]) => (path === undefined ? [] : [{ file, line, path, anchor }]));
}
