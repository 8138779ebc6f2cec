import path from "node:path";

/** The folder of the documents, in the repository and in a published pack. */
const FOLDER = "docs";

/** The documents that the messages and the pages of a pack cite. A published pack contains them. */
export const citedDocuments: readonly string[] = ["aws-facts.md", "engine-facts.md", "eni-model.md", "subnet-budget.md"].map((name) =>
  path.posix.join(FOLDER, name),
);

/** The text of `file` with its links to cited documents pointing into its own package. Other links stay. */
export function withOwnDocuments(file: string, text: string): string {
  return text.replaceAll(/\]\((?:\.\.\/)+(docs\/[\w-]+\.md)/g, (link, document: string) =>
    citedDocuments.includes(document) ? `](${path.posix.relative(path.posix.dirname(file), document)}` : link,
  );
}
