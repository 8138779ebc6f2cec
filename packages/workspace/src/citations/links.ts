import { posix } from "node:path";
import { codeSpans, links } from "./markdown-page";
import type { CitationProblem, RepositoryText } from "./repository-text";

/** A link from one page to a file of the repository. */
export interface InnerLink {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Pages that describe the repository itself: a path in backticks there is a path of the repository. */
const GUIDES = ["ARCHITECTURE.md", "CONTRIBUTING.md"];

/** The relative links of all pages, as paths from the root. */
export function innerLinks(repository: RepositoryText): readonly InnerLink[] {
  return repository.pages.flatMap(([file, text]) =>
    links(text).flatMap(({ line, target }) => {
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return [];
      const [place = "", anchor] = target.split("#", 2);
      const path = place === "" ? file : posix.join(posix.dirname(file), decodeURIComponent(place)).replace(/\/$/, "");
      return [{ file, line, path, anchor }];
    }),
  );
}

/** Relative links that lead to no file, or to no heading of it. */
export function deadLinks(repository: RepositoryText): readonly CitationProblem[] {
  return innerLinks(repository).flatMap(({ file, line, path, anchor }) => {
    const missing = repository.missing(path, anchor);
    return missing === undefined ? [] : [{ file, line, ...missing }];
  });
}

/** Paths in backticks in the guides that begin with a folder of the root and lead to no file. A part in angle brackets is a place for any name. */
export function deadPaths(repository: RepositoryText): readonly CitationProblem[] {
  const roots = repository.roots;
  return repository.pages
    .filter(([file]) => GUIDES.includes(file))
    .flatMap(([file, text]) =>
      codeSpans(text)
        .filter(({ text: span }) => /^[\w.*/<>-]+$/.test(span) && span.includes("/") && roots.has(span.slice(0, span.indexOf("/"))))
        .flatMap(({ line, text: span }) => {
          const path = span.replaceAll(/<[^>]*>/g, "*").replace(/\/$/, "");
          const missing = repository.missing(path, undefined);
          return missing === undefined ? [] : [{ file, line, ...missing }];
        }),
    );
}
