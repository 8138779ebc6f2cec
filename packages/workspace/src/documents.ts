import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { format, resolveConfig } from "prettier";
import { generatedDocuments, type GeneratedDocument } from "./documents/generated-documents";
import { loadPacks } from "./packs/load-packs";
import type { PackInFolder } from "./packs/pack-in-folder";
import { FACT_PAGES } from "./citations/facts";
import type { ExplainedPages } from "./documents/explained-facts";

const repository = resolve(__dirname, "../../..");

/** `npm run docs` writes what follows from the packs' data; with `--check` it only lists stale ones. Ends with 1 if a document is stale, and with 2 if packs cannot be read. */
async function main(check: boolean): Promise<void> {
  const packs = await loadPacks(repository);
  for (const document of generatedDocuments(packs, explainedPages(packs))) {
    const problem = await bringUpToDate(document, check);
    if (problem === undefined) continue;
    process.stderr.write(`${document.path} ${problem}\n`);
    process.exitCode = 1;
  }
}

/** What `lambda-vpc explain` takes texts from: facts that its sources and the pages of policies cite. */
function explainedPages(packs: readonly PackInFolder[]): ExplainedPages {
  const read = (path: string): string => readFileSync(join(repository, path), "utf8");
  const explanations = "packages/cli/src/explain";
  const files = readdirSync(join(repository, explanations), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const pages = packs.flatMap(({ pages }) => [...pages.values()]);
  return {
    facts: new Map(FACT_PAGES.map((path) => [path, read(path)])),
    architecture: read("ARCHITECTURE.md"),
    citing: [...files.map((file) => `${explanations}/${file}`), ...pages].map(read),
  };
}

/** What is wrong with the document that writing it has not mended. */
async function bringUpToDate({ path, write }: GeneratedDocument, check: boolean): Promise<string | undefined> {
  const file = join(repository, path);
  const there = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  try {
    const due = await format(write(there ?? ""), { ...(await resolveConfig(file)), filepath: file });
    if (due === there) return undefined;
    if (check) return "is stale: run `npm run docs` and commit what it writes.";
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, due);
    process.stdout.write(`wrote ${path}\n`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

main(process.argv.includes("--check")).catch((error: unknown) => {
  process.stderr.write(`The packs cannot be read as they are built: see whether \`npx tsc --build\` passes. (${String(error)})\n`);
  process.exitCode = 2;
});
