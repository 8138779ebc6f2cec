import { deadCitations } from "./citations";
import { otherForms, unfoundedFacts } from "./facts";
import { deadLinks, deadPaths } from "./links";
import type { RepositoryText } from "./repository-text";

/** What is wrong with the repository's citations, links and facts: one line each, sorted by file and line. */
export function citationProblems(repository: RepositoryText): readonly string[] {
  return [deadCitations, deadLinks, deadPaths, unfoundedFacts, otherForms]
    .flatMap((check) => check(repository))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(({ file, line, what, fix }) => `${file}:${line}: ${what}. Fix: ${fix}.`);
}
